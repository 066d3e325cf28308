package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/**
 * What changes weights: the optimizers' steps, over the first {@code count} floats of {@code
 * weights} and {@code gradients}, and what stands around a step.
 *
 * <p>{@code state} holds the memory of a rule, slot after slot of {@code count} floats, in the
 * order in which the formulas name them. A decay such as beta1 is given as its {@code rate = 1 −
 * beta1}, rounded after the subtraction: beta1 as a float would have lost digits that matter.
 */
public interface OptimizerKernels {

  /**
   * Takes one step of a rule; the methods below say which numbers each takes, in their order.
   *
   * @param a the first number after {@code count} of the rule's own method, and so on
   */
  void step(
      UpdateRule rule,
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float a,
      float b,
      float c,
      float d,
      float e);

  /**
   * {@code y[i] = a · x[i] + b · y[i]}; where {@code b} is 0, {@code y} is not read. {@code y} may
   * be {@code x}.
   */
  void blend(MemorySegment x, long xAt, float a, MemorySegment y, long yAt, float b, int count);

  /** {@code x[i] = min(max(x[i], −limit), limit)}. */
  void clipValue(MemorySegment x, long xAt, int count, float limit);

  /** {@code x = x · limit / norm} where the norm {@code √(Σ x²)} is above the limit. */
  void clipNorm(MemorySegment x, long xAt, int count, float limit);

  /**
   * Scales each vector along the middle axis of {@code x[outer, length, inner]} down to a norm of
   * at most {@code limit}: {@code x · min(norm, limit) / (norm + 1e-7)}.
   */
  void limitNorms(MemorySegment x, long xAt, int outer, int length, int inner, float limit);

  /** {@code x / (norm + 1e-7)} for each vector along the middle axis of {@code x}. */
  default void unitNorms(MemorySegment x, long xAt, int outer, int length, int inner) {
    for (int block = 0; block < outer; block++) {
      for (int i = 0; i < inner; i++) {
        long at = xAt + (long) block * length * inner + i;
        double sum = 0;
        for (int j = 0; j < length; j++) {
          double value = x.getAtIndex(JAVA_FLOAT, at + (long) j * inner);
          sum += value * value;
        }
        float scale = HeapSteps.unitScale(Math.sqrt(sum));
        for (int j = 0; j < length; j++) {
          long k = at + (long) j * inner;
          x.setAtIndex(JAVA_FLOAT, k, scale * x.getAtIndex(JAVA_FLOAT, k));
        }
      }
    }
  }

  /** {@code x[i] = max(x[i], 0)}. */
  default void nonNegative(MemorySegment x, long xAt, int count) {
    for (int i = 0; i < count; i++) {
      x.setAtIndex(JAVA_FLOAT, xAt + i, Math.max(x.getAtIndex(JAVA_FLOAT, xAt + i), 0));
    }
  }

  /** {@code Σ (l1 · |w| + l2 · w²)}, summed in double. */
  double penalty(MemorySegment weights, long at, int count, float l1, float l2);

  /** {@code g ← g + l1 · sign(w) + 2 · l2 · w}: adds the derivative of {@link #penalty}. */
  void addPenaltyGradient(
      MemorySegment weights, MemorySegment gradients, long at, int count, float l1, float l2);

  /** {@code Σ (l1 · |x| + l2 · x²) / rows} over {@code x[rows, columns]}, summed in double. */
  default double activityPenalty(
      MemorySegment x, long xAt, int rows, int columns, float l1, float l2) {
    return penalty(x, xAt, rows * columns, l1, l2) / rows;
  }

  /**
   * {@code dx = (l1 · sign(x) + 2 · l2 · x) / rows}: the derivative of {@link #activityPenalty}.
   */
  default void activityGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns,
      float l1,
      float l2) {
    for (int i = 0; i < rows * columns; i++) {
      float value = x.getAtIndex(JAVA_FLOAT, xAt + i);
      dx.setAtIndex(JAVA_FLOAT, dxAt + i, (l1 * Math.signum(value) + 2 * l2 * value) / rows);
    }
  }

  /** {@code w ← w − learningRate · g}. */
  default void sgd(MemorySegment weights, MemorySegment gradients, int count, float learningRate) {
    step(UpdateRule.SGD, weights, gradients, gradients, count, learningRate, 0, 0, 0, 0);
  }

  /**
   * {@code v ← momentum · v − learningRate · g}, then {@code w ← w + v}, or in Nesterov's form
   * {@code w ← w + momentum · v − learningRate · g}.
   */
  default void sgdMomentum(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float learningRate,
      float momentum,
      boolean nesterov) {
    UpdateRule rule = nesterov ? UpdateRule.NESTEROV : UpdateRule.MOMENTUM;
    step(rule, weights, gradients, state, count, learningRate, momentum, 0, 0, 0);
  }

  /**
   * {@code m ← m + (g − m) · rate1}, {@code v ← v + (g² − v) · rate2}, {@code w ← w − alpha · m /
   * (√v + epsilon)}.
   *
   * @param alpha the learning rate with the correction of step {@code t}: {@code learningRate · √(1
   *     − beta2ᵗ) / (1 − beta1ᵗ)}
   */
  default void adam(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float alpha,
      float rate1,
      float rate2,
      float epsilon) {
    step(UpdateRule.ADAM, weights, gradients, state, count, alpha, rate1, rate2, epsilon, 0);
  }

  /** As {@link #adam}, with {@code u ← max(u, v)} in the place of v in the divisor. */
  default void amsgrad(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float alpha,
      float rate1,
      float rate2,
      float epsilon) {
    step(UpdateRule.AMSGRAD, weights, gradients, state, count, alpha, rate1, rate2, epsilon, 0);
  }

  /** {@code v ← v + (g² − v) · rate}, {@code w ← w − learningRate · g / √(v + epsilon)}. */
  default void rmsProp(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float learningRate,
      float rate,
      float epsilon) {
    step(UpdateRule.RMSPROP, weights, gradients, state, count, learningRate, rate, epsilon, 0, 0);
  }

  /**
   * {@code v ← v + (g² − v) · rate}, {@code m ← momentum · m + learningRate · g / √(v + epsilon)},
   * {@code w ← w − m}.
   */
  default void rmsPropMomentum(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float learningRate,
      float rate,
      float epsilon,
      float momentum) {
    UpdateRule rule = UpdateRule.RMSPROP_MOMENTUM;
    step(rule, weights, gradients, state, count, learningRate, rate, epsilon, momentum, 0);
  }

  /**
   * As {@link #rmsPropMomentum}, with {@code a ← a + (g − a) · rate} and {@code v − a²} in the
   * place of v in the divisor; the state is {@code v, m, a}.
   */
  default void rmsPropCentered(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float learningRate,
      float rate,
      float epsilon,
      float momentum) {
    UpdateRule rule = UpdateRule.RMSPROP_CENTERED;
    step(rule, weights, gradients, state, count, learningRate, rate, epsilon, momentum, 0);
  }

  /** {@code a ← a + g²}, {@code w ← w − learningRate · g / √(a + epsilon)}. */
  default void adagrad(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float learningRate,
      float epsilon) {
    step(UpdateRule.ADAGRAD, weights, gradients, state, count, learningRate, epsilon, 0, 0, 0);
  }

  /**
   * {@code a ← a + (g² − a) · rate}, {@code s = g · √(d + epsilon) / √(a + epsilon)}, {@code d ← d
   * + (s² − d) · rate}, {@code w ← w − learningRate · s}.
   */
  default void adadelta(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float learningRate,
      float rate,
      float epsilon) {
    step(UpdateRule.ADADELTA, weights, gradients, state, count, learningRate, rate, epsilon, 0, 0);
  }

  /**
   * {@code m ← m + (g − m) · rate1}, {@code u ← max(beta2 · u, |g|)}, {@code w ← w − alpha · m / (u
   * + epsilon)}.
   *
   * @param alpha {@code learningRate / (1 − beta1ᵗ)}
   */
  default void adamax(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float alpha,
      float rate1,
      float beta2,
      float epsilon) {
    step(UpdateRule.ADAMAX, weights, gradients, state, count, alpha, rate1, beta2, epsilon, 0);
  }

  /**
   * {@code m ← m + (g − m) · rate1}, {@code v ← v + (g² − v) · rate2}, {@code w ← w − (ahead · m +
   * now · g) / (√v + epsilon)}.
   *
   * @param ahead the learning rate and all corrections of the mean
   * @param now those of the gradient
   * @param epsilon with the correction of v
   */
  default void nadam(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float ahead,
      float now,
      float rate1,
      float rate2,
      float epsilon) {
    step(UpdateRule.NADAM, weights, gradients, state, count, ahead, now, rate1, rate2, epsilon);
  }

  /** {@code w ← w − learningRate · sign(m + (g − m) · rate1)}, {@code m ← m + (g − m) · rate2}. */
  default void lion(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float learningRate,
      float rate1,
      float rate2) {
    step(UpdateRule.LION, weights, gradients, state, count, learningRate, rate1, rate2, 0, 0);
  }

  /**
   * {@code k = n + g²}, {@code z ← z + g + shrinkage · w − (kᵖ − nᵖ) / learningRate · w}, {@code w
   * ← (min(max(z, −l1), l1) − z) / (kᵖ / learningRate + l2)}, {@code n ← k}; the state is {@code n,
   * z}.
   */
  default void ftrl(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float learningRate,
      float p,
      float l1,
      float l2,
      float shrinkage) {
    step(UpdateRule.FTRL, weights, gradients, state, count, learningRate, p, l1, l2, shrinkage);
  }
}
