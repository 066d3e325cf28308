package dev.annotron.runtime.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws initial weights, with the formulas of <a
 * href="https://keras.io/api/layers/initializers/">Keras</a>.
 */
final class Initializers {
  /** The deviation of a normal distribution that is cut at two of its deviations. */
  private static final double CUT_DEVIATION = 0.8796256610342398;

  /** Of numbers uniform in ±0.05. */
  private static final double SMALL_VARIANCE = 0.05 * 0.05 / 3;

  private Initializers() {}

  /** Fills all weights. Each tensor has random numbers of its own, split off in order. */
  static <S> void fill(Parts<S> parts, SplittableRandom random) {
    for (Architecture.Parameter parameter : parts.architecture().parameters()) {
      float[] values = draw(parameter, random.split());
      parts.storage().write(values, 0, parts.weights(), parameter.at(), values.length);
    }
  }

  /** One tensor's values, row-major. */
  static float[] draw(Architecture.Parameter parameter, SplittableRandom random) {
    double in = Math.max(1, parameter.fanIn());
    double mean = Math.max(1, (parameter.fanIn() + parameter.fanOut()) / 2.0);
    return switch (parameter.initialization()) {
      case ZEROS -> new float[parameter.size()];
      case ONES -> constant(parameter.size(), 1);
      case GLOROT_NORMAL -> normal(parameter.size(), 1 / mean, random);
      case GLOROT_UNIFORM -> uniform(parameter.size(), 1 / mean, random);
      case HE_NORMAL -> normal(parameter.size(), 2 / in, random);
      case HE_UNIFORM -> uniform(parameter.size(), 2 / in, random);
      case LECUN_NORMAL -> normal(parameter.size(), 1 / in, random);
      case LECUN_UNIFORM -> uniform(parameter.size(), 1 / in, random);
      case RANDOM_UNIFORM -> uniform(parameter.size(), SMALL_VARIANCE, random);
      case UNIT_FORGET -> forgetting(parameter.size());
      case ORTHOGONAL -> Orthogonal.draw(parameter, random);
    };
  }

  /** Ones in the second quarter, zeros elsewhere. */
  private static float[] forgetting(int size) {
    float[] values = new float[size];
    Arrays.fill(values, size / 4, size / 2, 1);
    return values;
  }

  private static float[] constant(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }

  /** Uniform in {@code ±√(3 · variance)}. */
  private static float[] uniform(int size, double variance, SplittableRandom random) {
    double limit = Math.sqrt(3 * variance);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
    return values;
  }

  /** Normal, cut at two deviations and widened so that the variance after the cut is right. */
  private static float[] normal(int size, double variance, SplittableRandom random) {
    double deviation = Math.sqrt(variance) / CUT_DEVIATION;
    Gaussian gaussian = new Gaussian(random);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      double value = gaussian.next();
      while (Math.abs(value) > 2) {
        value = gaussian.next();
      }
      values[i] = (float) (value * deviation);
    }
    return values;
  }
}
