package dev.annotron.runtime.network;

import java.util.List;

/**
 * The learning rate by step, as on <a
 * href="https://keras.io/api/optimizers/learning_rate_schedules/">Keras's page</a>. The records are
 * named after the annotations, which say what they mean; the compiler has checked their numbers.
 */
public sealed interface Schedule {

  /**
   * The learning rate of a step.
   *
   * @param step the optimizer's steps before this one
   */
  double at(long step);

  /** No schedule. */
  record Constant(double learningRate) implements Schedule {
    @Override
    public double at(long step) {
      return learningRate;
    }

    @Override
    public String toString() {
      return Float.toString((float) learningRate);
    }
  }

  /** {@code @ExponentialDecay}. */
  record ExponentialDecay(
      double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
      implements Schedule {
    @Override
    public double at(long step) {
      return initialLearningRate * Math.pow(decayRate, times(step, decaySteps, staircase));
    }
  }

  /** {@code @InverseTimeDecay}. */
  record InverseTimeDecay(
      double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
      implements Schedule {
    @Override
    public double at(long step) {
      return initialLearningRate / (1 + decayRate * times(step, decaySteps, staircase));
    }
  }

  /** {@code @PolynomialDecay}. */
  record PolynomialDecay(
      double initialLearningRate,
      int decaySteps,
      double endLearningRate,
      double power,
      boolean cycle)
      implements Schedule {
    @Override
    public double at(long step) {
      double steps = decaySteps;
      if (cycle) {
        steps *= Math.max(1, Math.ceil((double) step / decaySteps));
      }
      double left = 1 - Math.min((double) step, steps) / steps;
      return (initialLearningRate - endLearningRate) * Math.pow(left, power) + endLearningRate;
    }
  }

  /**
   * {@code @CosineDecay}.
   *
   * @param warmupTarget 0 for no warm-up
   */
  record CosineDecay(
      double initialLearningRate,
      int decaySteps,
      double alpha,
      double warmupTarget,
      int warmupSteps)
      implements Schedule {
    @Override
    public double at(long step) {
      if (warmupTarget == 0) {
        return cosine(initialLearningRate, alpha, share(step, decaySteps));
      }
      return step < warmupSteps
          ? initialLearningRate + (warmupTarget - initialLearningRate) * step / warmupSteps
          : cosine(warmupTarget, alpha, share(step - warmupSteps, decaySteps));
    }
  }

  /** {@code @CosineDecayRestarts}. */
  record CosineDecayRestarts(
      double initialLearningRate, int firstDecaySteps, double tMul, double mMul, double alpha)
      implements Schedule {
    @Override
    public double at(long step) {
      double length = firstDecaySteps;
      double over = step;
      double cycles = 0;
      if (tMul == 1) {
        cycles = Math.floor(over / length);
        over -= cycles * length;
      } else {
        // A loop and no logarithm: this is exact at the steps where a cycle ends.
        for (; over >= length; length *= tMul) {
          over -= length;
          cycles++;
        }
      }
      double height = (1 - alpha) * Math.pow(mMul, cycles) * halfCosine(over / length);
      return initialLearningRate * (height + alpha);
    }
  }

  /** {@code @PiecewiseConstantDecay}. */
  record PiecewiseConstantDecay(List<Integer> boundaries, List<Double> values) implements Schedule {
    public PiecewiseConstantDecay {
      boundaries = List.copyOf(boundaries);
      values = List.copyOf(values);
    }

    @Override
    public double at(long step) {
      int piece = 0;
      while (piece < boundaries.size() && step > boundaries.get(piece)) {
        piece++;
      }
      return values.get(piece);
    }
  }

  /** {@code @OneCycle}. */
  record OneCycle(
      double maxLearningRate,
      int totalSteps,
      double pctStart,
      double divFactor,
      double finalDivFactor)
      implements Schedule {
    @Override
    public double at(long step) {
      double first = maxLearningRate / divFactor;
      double top = pctStart * totalSteps;
      return step < top
          ? between(maxLearningRate, first, step / top)
          : between(
              first / finalDivFactor,
              maxLearningRate,
              Math.min(1, (step - top) / (totalSteps - top)));
    }

    /** From {@code start} to {@code end} along half a cosine. */
    private static double between(double end, double start, double share) {
      return end + (start - end) * halfCosine(share);
    }
  }

  private static double times(long step, int decaySteps, boolean staircase) {
    double times = (double) step / decaySteps;
    return staircase ? Math.floor(times) : times;
  }

  private static double share(long step, int decaySteps) {
    return (double) Math.min(step, decaySteps) / decaySteps;
  }

  private static double cosine(double from, double alpha, double share) {
    return from * ((1 - alpha) * halfCosine(share) + alpha);
  }

  /** From 1 to 0. */
  private static double halfCosine(double share) {
    return (1 + Math.cos(Math.PI * share)) / 2;
  }
}
