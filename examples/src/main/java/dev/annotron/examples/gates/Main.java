package dev.annotron.examples.gates;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.runtime.Dataset;

/** One neuron learns AND and OR. It cannot learn XOR: no line has (0,1) and (1,0) on one side. */
public final class Main {
  private static final float[][] BITS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  /** How close to 0.5 an answer says "I do not know". */
  private static final float UNDECIDED = 0.1f;

  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("gates", Main::run, args);
  }

  private static Result run(Options options) {
    System.out.println(GateNet.summary());
    float[] and = {0, 0, 0, 1};
    float[] or = {0, 1, 1, 1};
    float[] xor = {0, 1, 1, 0};
    Result result = new Result();
    result.add("and_right", right(learn("AND", and, options), and));
    result.add("or_right", right(learn("OR", or, options), or));

    float[] answers = learn("XOR", xor, options);
    boolean failed = allUndecided(answers);
    System.out.println(
        failed
            ? "XOR was not learned, as expected: all four answers stay near 0.5, because one neuron"
                + " draws one line.\nThe example xor adds a hidden layer."
            : "XOR: expected four answers near 0.5. Did training run long enough?");
    for (int i = 0; i < answers.length; i++) {
      result.add("xor" + (int) BITS[i][0] + (int) BITS[i][1], answers[i]);
    }
    return result.add("xor_failed", failed);
  }

  /** Trains a new neuron and gives its answers to the four pairs of bits. */
  private static float[] learn(String name, float[] targets, Options options) {
    System.out.println("\n" + name);
    GateNet network = new GateNet();
    network.fit(Dataset.of(BITS, targets), options.fit());
    float[] answers = new float[BITS.length];
    for (int i = 0; i < BITS.length; i++) {
      answers[i] = network.predict(BITS[i])[0];
      System.out.println(
          (int) BITS[i][0] + " " + (int) BITS[i][1] + " -> " + Result.decimal(answers[i]));
    }
    return answers;
  }

  private static int right(float[] answers, float[] targets) {
    int right = 0;
    for (int i = 0; i < answers.length; i++) {
      right += (answers[i] > 0.5f) == (targets[i] > 0.5f) ? 1 : 0;
    }
    return right;
  }

  private static boolean allUndecided(float[] answers) {
    for (float answer : answers) {
      if (Math.abs(answer - 0.5f) > UNDECIDED) {
        return false;
      }
    }
    return true;
  }
}
