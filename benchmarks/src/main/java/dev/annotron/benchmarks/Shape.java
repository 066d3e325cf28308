package dev.annotron.benchmarks;

/**
 * A network of dense layers of one width, and a batch.
 *
 * @param width the features, and the units of every layer
 * @param depth the layers
 * @param batch the samples of a step
 */
record Shape(int width, int depth, int batch) {
  static final String PACKAGE = "shapes";

  /** The interface's name; networks of several batches are the same. */
  String name() {
    return "Width" + width + "Depth" + depth;
  }

  /** The multiply-adds of a step: forward, and either gradient but that of the input. */
  double multiplyAdds() {
    return (3.0 * depth - 1) * width * width * batch;
  }

  /** The interface's source. The optimizer is the cheapest, as the products are to be seen. */
  String source() {
    StringBuilder layers = new StringBuilder();
    for (int i = 1; i <= depth; i++) {
      layers.append(
          "  @Dense(units = %d, activation = Activation.RELU) Tensor dense%d();\n"
              .formatted(width, i));
    }
    return """
        package %s;

        import dev.annotron.*;

        @Network
        @Train(loss = Loss.MEAN_SQUARED_ERROR)
        @Sgd(learningRate = 0.001)
        @SuppressWarnings("annotron")
        public interface %s {
          @Input(%d) Tensor features();
        %s}
        """
        .formatted(PACKAGE, name(), width, layers);
  }
}
