package dev.annotron.benchmarks;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Something to measure: calls of {@code fit}, with its shuffling, copying and losses.
 *
 * @param steps the training steps of one call
 */
record Training(Model model, Dataset data, FitOptions options, int steps) {
  /** One call trains a network of a {@link Shape} for about so many multiply-adds. */
  private static final double WORK = 2e8;

  private static final int FEWEST_STEPS = 3;
  private static final int MOST_STEPS = 20_000;
  private static final int MOST_BATCHES = 50;
  private static final int MOST_SAMPLES = 8192;
  private static final int MOST_FEATURES = 4_000_000;

  static Training of(Workload workload) {
    FitOptions options = new FitOptions().epochs(workload.epochs()).batchSize(workload.batch());
    return new Training(workload.model(), workload.data(), options.verbose(0), workload.steps());
  }

  /** Of a network that {@link ShapeCompiler} has compiled. */
  static Training of(Shape shape) throws ReflectiveOperationException {
    Model model =
        Class.forName(Shape.PACKAGE + "." + shape.name() + "Net")
            .asSubclass(Model.class)
            .getConstructor()
            .newInstance();
    int samples = Math.min(MOST_SAMPLES, MOST_FEATURES / shape.width());
    double steps = Math.clamp(WORK / shape.multiplyAdds(), FEWEST_STEPS, MOST_STEPS);
    int batches = Math.clamp(samples / shape.batch(), 1, (int) Math.min(steps, MOST_BATCHES));
    int epochs = (int) Math.ceil(steps / batches);
    return new Training(
        model,
        data(shape.batch() * batches, shape.width()),
        new FitOptions().epochs(epochs).batchSize(shape.batch()).verbose(0),
        epochs * batches);
  }

  /** Trains for about so long, at least one call; gives the median call's microseconds per step. */
  double microseconds(double seconds) {
    List<Double> times = new ArrayList<>();
    for (long start = System.nanoTime(); times.isEmpty() || since(start) < seconds; ) {
      long call = System.nanoTime();
      model.fit(data, options);
      times.add(since(call) * 1e6 / steps);
    }
    return Settings.median(times);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static Dataset data(int samples, int width) {
    Random random = new Random(1);
    float[][] x = new float[samples][width];
    float[][] y = new float[samples][width];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < width; j++) {
        x[i][j] = random.nextFloat();
        y[i][j] = random.nextFloat();
      }
    }
    return Dataset.of(x, y);
  }
}
