package dev.annotron.processor.emit;

/**
 * Stands in for the class of a network that has mistakes, so that javac reports these and not each
 * use of a class that does not exist. It has every public method, and none works.
 */
public final class StubEmitter {
  private static final String PACKAGE = "package %s;\n\n";

  private static final String TRAIN =
      """

        public static NAME train() {
          throw error();
        }
      """;

  private static final String CLASS =
      """
      /** Stands in for a network that does not compile; its errors say why. */
      MODIFIERS class NAME implements dev.annotron.runtime.Model {
        public NAME() {
          throw error();
        }

        public NAME(long seed) {
          throw error();
        }
      TRAIN
        public static NAME train(dev.annotron.runtime.Dataset data) {
          throw error();
        }

        public static NAME load(java.nio.file.Path file) throws java.io.IOException {
          throw error();
        }

        public static NAME load(java.io.InputStream in) throws java.io.IOException {
          throw error();
        }

        public static dev.annotron.runtime.Summary summary() {
          throw error();
        }

        public static dev.annotron.runtime.Outputs outputs() {
          throw error();
        }

        @Override
        public dev.annotron.runtime.History fit(dev.annotron.runtime.Dataset data) {
          throw error();
        }

        @Override
        public dev.annotron.runtime.History fit(
            dev.annotron.runtime.Dataset data, dev.annotron.runtime.Dataset validation) {
          throw error();
        }

        @Override
        public dev.annotron.runtime.History fit(
            dev.annotron.runtime.Dataset data, dev.annotron.runtime.FitOptions options) {
          throw error();
        }

        @Override
        public float[] predict(float... x) {
          throw error();
        }

        @Override
        public float[][] predict(float[][] x) {
          throw error();
        }

        @Override
        public void predict(float[] x, float[] out) {
          throw error();
        }

        @Override
        public dev.annotron.runtime.Evaluation evaluate(dev.annotron.runtime.Dataset data) {
          throw error();
        }

        @Override
        public dev.annotron.runtime.Evaluation evaluate(
            dev.annotron.runtime.Dataset data, dev.annotron.runtime.Predicting predictor) {
          throw error();
        }

        @Override
        public dev.annotron.runtime.Weights weights() {
          throw error();
        }

        @Override
        public dev.annotron.runtime.Gradients gradients(dev.annotron.runtime.Dataset batch) {
          throw error();
        }

        @Override
        public void save(java.nio.file.Path file) throws java.io.IOException {
          throw error();
        }

        private static IllegalStateException error() {
          return new IllegalStateException("NAME has errors");
        }
      }
      """;

  private StubEmitter() {}

  /**
   * The stand-in's source.
   *
   * @param packageName empty for the default package
   * @param hasData whether there is a {@code train()} without parameters
   */
  public static String stub(
      String packageName, String className, boolean isPublic, boolean hasData) {
    String header = packageName.isEmpty() ? "" : PACKAGE.formatted(packageName);
    return header
        + CLASS
            .replace("MODIFIERS", isPublic ? "public final" : "final")
            .replace("TRAIN\n", hasData ? TRAIN + "\n" : "\n")
            .replace("NAME", className);
  }
}
