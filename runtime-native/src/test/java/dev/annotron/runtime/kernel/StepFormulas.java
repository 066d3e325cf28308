package dev.annotron.runtime.kernel;

import java.util.List;

/** The formulas of {@link OptimizerKernels} for one weight, in double. */
final class StepFormulas {
  private StepFormulas() {}

  /** Numbers that a rule may be given, in its order. */
  static List<float[]> numbers(UpdateRule rule) {
    return switch (rule) {
      case SGD -> List.of(new float[] {0.1f});
      case MOMENTUM, NESTEROV -> List.of(new float[] {0.1f, 0.9f});
      case ADAM, AMSGRAD -> List.of(new float[] {0.01f, 0.1f, 0.001f, 1e-7f});
      case RMSPROP -> List.of(new float[] {0.01f, 0.1f, 1e-7f});
      case RMSPROP_MOMENTUM -> List.of(new float[] {0.01f, 0.1f, 1e-7f, 0.9f});
      case RMSPROP_CENTERED ->
          List.of(new float[] {0.01f, 0.1f, 1e-7f, 0.9f}, new float[] {0.01f, 0.1f, 1e-7f, 0});
      case ADAGRAD -> List.of(new float[] {0.1f, 1e-7f});
      case ADADELTA -> List.of(new float[] {0.1f, 0.05f, 1e-7f});
      case ADAMAX -> List.of(new float[] {0.01f, 0.1f, 0.999f, 1e-7f});
      case NADAM -> List.of(new float[] {0.01f, 0.02f, 0.1f, 0.001f, 1e-7f});
      case LION -> List.of(new float[] {0.01f, 0.1f, 0.01f});
      case FTRL ->
          List.of(new float[] {0.1f, 0.5f, 0, 0, 0}, new float[] {0.1f, 0.7f, 0.2f, 0.02f, 0.03f});
    };
  }

  /** Whether a rule divides by a root. */
  static boolean hasRoot(UpdateRule rule) {
    return switch (rule) {
      case SGD, MOMENTUM, NESTEROV, ADAMAX, LION, FTRL -> false;
      default -> true;
    };
  }

  /** The weight after a step; the slots are changed in place. */
  static double step(UpdateRule rule, double w, double g, double[] s, float[] n) {
    return switch (rule) {
      case SGD -> w - n[0] * g;
      case MOMENTUM -> w + velocity(g, s, n);
      case NESTEROV -> w + n[1] * velocity(g, s, n) - n[0] * g;
      case ADAM -> w - n[0] * mean(s, 0, g, n[1]) / (Math.sqrt(mean(s, 1, g * g, n[2])) + n[3]);
      case AMSGRAD -> {
        double m = mean(s, 0, g, n[1]);
        s[2] = Math.max(s[2], mean(s, 1, g * g, n[2]));
        yield w - n[0] * m / (Math.sqrt(s[2]) + n[3]);
      }
      case RMSPROP -> w - n[0] * g / Math.sqrt(mean(s, 0, g * g, n[1]) + n[2]);
      case RMSPROP_MOMENTUM -> {
        s[1] = n[3] * s[1] + n[0] * g / Math.sqrt(mean(s, 0, g * g, n[1]) + n[2]);
        yield w - s[1];
      }
      case RMSPROP_CENTERED -> {
        double variance = mean(s, 0, g * g, n[1]) - Math.pow(mean(s, 2, g, n[1]), 2);
        s[1] = n[3] * s[1] + n[0] * g / Math.sqrt(variance + n[2]);
        yield w - s[1];
      }
      case ADAGRAD -> {
        s[0] += g * g;
        yield w - n[0] * g / Math.sqrt(s[0] + n[1]);
      }
      case ADADELTA -> {
        double step = g * Math.sqrt(s[1] + n[2]) / Math.sqrt(mean(s, 0, g * g, n[1]) + n[2]);
        mean(s, 1, step * step, n[1]);
        yield w - n[0] * step;
      }
      case ADAMAX -> {
        s[1] = Math.max(n[2] * s[1], Math.abs(g));
        yield w - n[0] * mean(s, 0, g, n[1]) / (s[1] + n[3]);
      }
      case NADAM -> {
        double ahead = n[0] * mean(s, 0, g, n[2]) + n[1] * g;
        yield w - ahead / (Math.sqrt(mean(s, 1, g * g, n[3])) + n[4]);
      }
      case LION -> {
        double sign = Math.signum(s[0] + (g - s[0]) * n[1]);
        mean(s, 0, g, n[2]);
        yield w - n[0] * sign;
      }
      case FTRL -> ftrl(w, g, s, n);
    };
  }

  private static double velocity(double g, double[] s, float[] n) {
    s[0] = n[1] * s[0] - n[0] * g;
    return s[0];
  }

  private static double mean(double[] s, int slot, double value, double rate) {
    s[slot] += (value - s[slot]) * rate;
    return s[slot];
  }

  private static double ftrl(double w, double g, double[] s, float[] n) {
    double power = Math.pow(s[0] + g * g, n[1]);
    s[1] += g + n[4] * w - (power - Math.pow(s[0], n[1])) / n[0] * w;
    s[0] += g * g;
    return (Math.clamp(s[1], -n[2], n[2]) - s[1]) / (power / n[0] + n[3]);
  }
}
