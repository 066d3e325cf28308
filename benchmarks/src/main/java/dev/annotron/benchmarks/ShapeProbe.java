package dev.annotron.benchmarks;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Measures one network in a virtual machine of its own, which other networks have not taught
 * anything: prints the microseconds of a step for each batch, one after another.
 *
 * <p>Arguments: the width, the depth, then batches.
 */
public final class ShapeProbe {
  private static final double WARM_UP = 0.7;
  private static final double SECONDS = 0.4;
  private static final int FEWEST = 3;

  /** One measurement trains about so many multiply-adds, some milliseconds. */
  private static final double WORK = 2e8;

  private static final int MOST_STEPS = 20_000;
  private static final int MOST_SAMPLES = 8192;

  private ShapeProbe() {}

  /** Measures and prints. */
  public static void main(String[] args) throws ReflectiveOperationException {
    int width = Integer.parseInt(args[0]);
    int depth = Integer.parseInt(args[1]);
    List<String> times = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      Shape shape = new Shape(width, depth, Integer.parseInt(args[i]));
      times.add(Double.toString(microseconds(shape)));
    }
    System.out.println(String.join(" ", times));
  }

  private static double microseconds(Shape shape) throws ReflectiveOperationException {
    Model model =
        Class.forName(Shape.PACKAGE + "." + shape.name() + "Net")
            .asSubclass(Model.class)
            .getConstructor()
            .newInstance();
    int batches = Math.clamp(MOST_SAMPLES / shape.batch(), 1, 50);
    Dataset data = data(shape.batch() * batches, shape.width());
    double steps = Math.clamp(WORK / shape.multiplyAdds(), 1, MOST_STEPS);
    int epochs = (int) Math.ceil(steps / batches);
    FitOptions options = new FitOptions().epochs(epochs).batchSize(shape.batch()).verbose(0);
    measure(model, data, options, WARM_UP, 1);
    List<Double> times = measure(model, data, options, SECONDS, FEWEST);
    return times.get(times.size() / 2) / (epochs * batches) * 1e6;
  }

  /** The seconds of calls of {@code fit}, in ascending order. */
  private static List<Double> measure(
      Model model, Dataset data, FitOptions options, double seconds, int fewest) {
    List<Double> times = new ArrayList<>();
    for (long start = System.nanoTime(); since(start) < seconds || times.size() < fewest; ) {
      long call = System.nanoTime();
      model.fit(data, options);
      times.add(since(call));
    }
    times.sort(null);
    return times;
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
