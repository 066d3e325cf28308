package dev.annotron.processor.numbers;

import dev.annotron.processor.spec.AnnotationSpec;

/**
 * The rule of an optimizer for one weight, in double. Keras rounds some numbers to float, also in
 * float64: those that are {@link #held} here.
 */
final class ReferenceRule {
  /** The memory of a weight, for the rule that needs most. */
  static final int SLOTS = 3;

  private final AnnotationSpec written;
  private final boolean asKeras;
  private double step;
  private double product = 1;

  ReferenceRule(AnnotationSpec written, boolean asKeras) {
    this.written = written;
    this.asKeras = asKeras;
  }

  /** Begins a step, from 1. */
  void begin(int number) {
    step = number;
    if (written.kind().equals("Nadam")) {
      product *= real("beta1") * (1 - 0.5 * Math.pow(0.96, step));
    }
  }

  /** Fills the memory of a weight before the first step. */
  void start(double[] s) {
    if (written.values().containsKey("initialAccumulatorValue")) {
      s[0] = held(real("initialAccumulatorValue"));
    }
  }

  double moved(double w, double g, double[] s) {
    return switch (written.kind()) {
      case "Sgd" -> w + sgd(g, s);
      case "Adam", "AdamW" -> w - adam(g, s);
      case "RmsProp" -> w - rmsProp(g, s);
      case "Adagrad" -> {
        s[0] += g * g;
        yield w - rate() * g / Math.sqrt(s[0] + real("epsilon"));
      }
      case "Adadelta" -> w - rate() * adadelta(g, s);
      case "Adamax" -> {
        s[1] = Math.max(real("beta2") * s[1], Math.abs(g));
        double mean = mean(s, 0, g, real("beta1"));
        yield w - rate() / (1 - power("beta1")) * mean / (s[1] + real("epsilon"));
      }
      case "Nadam" -> w - nadam(g, s);
      case "Lion" -> {
        double beta1 = held(real("beta1"));
        double sign = Math.signum(beta1 * s[0] + (1 - beta1) * g);
        mean(s, 0, g, held(real("beta2")));
        yield w - rate() * sign;
      }
      case "Ftrl" -> ftrl(w, g, s);
      default -> throw new AssertionError(written.kind());
    };
  }

  private double sgd(double g, double[] s) {
    double momentum = held(real("momentum"));
    s[0] = momentum * s[0] - rate() * g;
    return written.flag("nesterov").value() ? momentum * s[0] - rate() * g : s[0];
  }

  private double adam(double g, double[] s) {
    double alpha = rate() * Math.sqrt(1 - power("beta2")) / (1 - power("beta1"));
    double mean = mean(s, 0, g, real("beta1"));
    double square = mean(s, 1, g * g, real("beta2"));
    s[2] = written.flag("amsgrad").value() ? Math.max(s[2], square) : square;
    return alpha * mean / (Math.sqrt(s[2]) + real("epsilon"));
  }

  private double rmsProp(double g, double[] s) {
    double square = mean(s, 0, g * g, real("rho"));
    double mean = written.flag("centered").value() ? mean(s, 2, g, real("rho")) : 0;
    double divisor = Math.sqrt(square - mean * mean + real("epsilon"));
    s[1] = real("momentum") * s[1] + rate() * g / divisor;
    return s[1];
  }

  private double adadelta(double g, double[] s) {
    double epsilon = real("epsilon");
    double square = mean(s, 0, g * g, real("rho"));
    double move = g * Math.sqrt(s[1] + epsilon) / Math.sqrt(square + epsilon);
    mean(s, 1, move * move, real("rho"));
    return move;
  }

  private double nadam(double g, double[] s) {
    double now = momentum(step);
    double next = momentum(step + 1);
    double mean =
        next * mean(s, 0, g, held(real("beta1"))) / (1 - product * next)
            + (1 - now) * g / (1 - product);
    double square = mean(s, 1, g * g, held(real("beta2"))) / (1 - power("beta2"));
    return rate() * mean / (Math.sqrt(square) + real("epsilon"));
  }

  private double momentum(double at) {
    return held(real("beta1")) * (1 - 0.5 * Math.pow(held(0.96), at));
  }

  private double ftrl(double w, double g, double[] s) {
    double power = -real("learningRatePower");
    double l1 = real("l1RegularizationStrength");
    double l2 = real("l2RegularizationStrength") + real("beta") / (2 * rate());
    double sum = Math.pow(s[0] + g * g, power);
    double shrunk = g + 2 * real("l2ShrinkageRegularizationStrength") * w;
    s[1] += shrunk - (sum - Math.pow(s[0], power)) / rate() * w;
    s[0] += g * g;
    return (Math.clamp(s[1], -l1, l1) - s[1]) / (sum / rate() + 2 * l2);
  }

  private static double mean(double[] s, int slot, double value, double beta) {
    s[slot] += (value - s[slot]) * (1 - beta);
    return s[slot];
  }

  private double power(String beta) {
    return Math.pow(held(real(beta)), step);
  }

  private double held(double value) {
    return asKeras ? (float) value : value;
  }

  private double rate() {
    return real("learningRate");
  }

  private double real(String attribute) {
    return written.real(attribute).value();
  }
}
