package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Data for the tests, and what they read from a model. */
final class Samples {
  static final FitOptions SILENT = new FitOptions().verbose(0);

  private Samples() {}

  static Dataset xor() {
    return Dataset.of(
        new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new float[][] {{0}, {1}, {1}, {0}});
  }

  /** Random samples that fit a network. */
  static Dataset of(Tiny tiny, int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] x = new float[size][tiny.features()];
    float[][] y = new float[size][tiny.targets()];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] = (float) random.nextDouble(-1, 1);
      }
      for (int j = 0; j < y[i].length; j++) {
        y[i][j] = target(tiny, random);
      }
    }
    return Dataset.of(x, y);
  }

  private static float target(Tiny tiny, SplittableRandom random) {
    return switch (tiny.loss()) {
      case SPARSE_CATEGORICAL_CROSSENTROPY -> random.nextInt(tiny.outputs());
      case BINARY_CROSSENTROPY -> random.nextInt(2);
      default -> (float) random.nextDouble(-1, 1);
    };
  }

  /** All weights of a model. */
  static List<Float> weights(Engine<?> engine) {
    List<Float> all = new ArrayList<>();
    for (Weight weight : engine.weights()) {
      for (float value : weight.toArray()) {
        all.add(value);
      }
    }
    return all;
  }
}
