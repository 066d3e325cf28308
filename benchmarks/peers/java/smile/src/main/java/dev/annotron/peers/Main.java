package dev.annotron.peers;

import java.util.Random;
import smile.classification.MLP;
import smile.model.mlp.Layer;
import smile.model.mlp.OutputFunction;
import smile.util.function.TimeFunction;

/**
 * Prints the microseconds of one training step, or of one prediction, in Smile. Its perceptron
 * knows plain gradient descent alone, so a step of it does less than one with Adam.
 *
 * <p>Arguments: step or predict, a workload as in Workload.java, the number of threads, which Smile
 * does not ask for.
 */
public final class Main {
  private Main() {}

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    switch (args[1]) {
      case "XOR" -> print(args[0], xor(), new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, 2);
      case "DIGITS_32" -> print(args[0], digits(), random(32), 10);
      case "DIGITS_128" -> print(args[0], digits(), random(128), 10);
      case "DIGITS_1024" -> print(args[0], digits(), random(1024), 10);
      default -> System.exit(3);
    }
  }

  private static void print(String what, MLP network, double[][] x, int classes) throws Exception {
    int[] y = new int[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = i % classes;
    }
    network.setLearningRate(TimeFunction.constant(0.01));
    double time =
        what.equals("step")
            ? Timing.microseconds(() -> network.update(x, y))
            : Timing.microseconds(() -> network.predict(x[0]));
    System.out.println(time);
  }

  private static MLP xor() {
    return new MLP(Layer.input(2), Layer.rectifier(8), Layer.mle(1, OutputFunction.SIGMOID));
  }

  private static MLP digits() {
    return new MLP(Layer.input(784), Layer.sigmoid(50), Layer.mle(10, OutputFunction.SOFTMAX));
  }

  private static double[][] random(int rows) {
    Random random = new Random(1);
    double[][] x = new double[rows][784];
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextDouble();
      }
    }
    return x;
  }
}
