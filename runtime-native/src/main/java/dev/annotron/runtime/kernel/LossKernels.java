package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** Losses and their derivatives; operands as {@link Kernels} says. */
public interface LossKernels {

  /**
   * The loss of {@code rows} samples, averaged as {@link LossFunction} says; summed in double.
   *
   * @param shape the loss's {@link LossFunction#shape}, where it has one
   * @param balance the weight of the target 1 against 0, or {@link LossFunction#UNBALANCED}
   * @param prediction what {@link LossFunction} takes: outputs, or logits for the fused forms
   */
  double loss(
      LossFunction loss,
      float shape,
      float balance,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      int rows,
      int columns);

  /**
   * {@code dx = weight * d loss / d prediction}.
   *
   * @param prediction outputs; for the fused forms too, where they are the activated outputs and
   *     {@code dx} is the gradient of the logits: {@code (output − target) * weight / n}
   */
  void lossGradient(
      LossFunction loss,
      float shape,
      float balance,
      float weight,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns);

  /** The loss with its usual options. */
  default double loss(
      LossFunction loss,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      int rows,
      int columns) {
    float shape = loss.shape();
    float balance = LossFunction.UNBALANCED;
    return loss(loss, shape, balance, prediction, predictionAt, target, targetAt, rows, columns);
  }

  /** The derivative of the loss with its usual options. */
  default void lossGradient(
      LossFunction loss,
      float weight,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    float shape = loss.shape();
    float balance = LossFunction.UNBALANCED;
    lossGradient(
        loss,
        shape,
        balance,
        weight,
        prediction,
        predictionAt,
        target,
        targetAt,
        dx,
        dxAt,
        rows,
        columns);
  }

  /**
   * The loss with weights: {@code Σ weights[g] · loss of group g / groups}, where a group is {@code
   * rows / groups} rows that follow one another. Where all weights are 1 it is the loss without
   * weights, bit for bit; groups of weight 0 are not looked at. Neighbours of equal weight are
   * computed together.
   */
  default double weightedLoss(
      LossFunction loss,
      float shape,
      float balance,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      MemorySegment weights,
      long weightsAt,
      int groups,
      int rows,
      int columns) {
    int size = groups == 0 ? 0 : rows / groups;
    long width = (long) size * columns;
    long targetWidth = loss.sparse() ? size : width;
    double sum = 0;
    for (int from = 0; from < groups; ) {
      int to = alike(weights, weightsAt, from, groups);
      float weight = weights.getAtIndex(JAVA_FLOAT, weightsAt + from);
      if (weight != 0) {
        long pAt = predictionAt + from * width;
        long tAt = targetAt + from * targetWidth;
        int part = (to - from) * size;
        double mean = loss(loss, shape, balance, prediction, pAt, target, tAt, part, columns);
        if (part == rows) {
          return weight * mean;
        }
        sum += weight * (to - from) * mean;
      }
      from = to;
    }
    return sum / groups;
  }

  /** The derivative of {@link #weightedLoss}, times {@code weight}. */
  default void weightedLossGradient(
      LossFunction loss,
      float shape,
      float balance,
      float weight,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      MemorySegment weights,
      long weightsAt,
      int groups,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    if (groups == 0) {
      return;
    }
    boolean one = alike(weights, weightsAt, 0, groups) == groups;
    float whole = one ? weight * weights.getAtIndex(JAVA_FLOAT, weightsAt) : weight;
    lossGradient(
        loss,
        shape,
        balance,
        whole,
        prediction,
        predictionAt,
        target,
        targetAt,
        dx,
        dxAt,
        rows,
        columns);
    if (!one) {
      scale(weights, weightsAt, groups, dx, dxAt, (long) (rows / groups) * columns);
    }
  }

  private static void scale(
      MemorySegment weights, long weightsAt, int groups, MemorySegment dx, long dxAt, long width) {
    for (int g = 0; g < groups; g++) {
      float weight = weights.getAtIndex(JAVA_FLOAT, weightsAt + g);
      if (weight != 1) {
        long end = dxAt + (g + 1) * width;
        for (long i = dxAt + g * width; i < end; i++) {
          // What does not count is 0, whatever it is.
          float scaled = weight == 0 ? 0 : weight * dx.getAtIndex(JAVA_FLOAT, i);
          dx.setAtIndex(JAVA_FLOAT, i, scaled);
        }
      }
    }
  }

  /**
   * The weights of steps that a mask keeps or not: {@code y[row, t] = weights[row] · count / kept}
   * where {@code mask[row, t]} is not 0, else 0. So a mean over all {@code count = rows · steps}
   * steps is one over the {@code kept} steps alone, as in Keras.
   */
  default void maskedWeights(
      MemorySegment mask,
      long maskAt,
      MemorySegment weights,
      long weightsAt,
      MemorySegment y,
      long yAt,
      int rows,
      int steps) {
    int count = rows * steps;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      kept += mask.getAtIndex(JAVA_FLOAT, maskAt + i) == 0 ? 0 : 1;
    }
    float share = kept == 0 ? 0 : (float) count / kept;
    for (int i = 0; i < count; i++) {
      boolean keeps = mask.getAtIndex(JAVA_FLOAT, maskAt + i) != 0;
      float weight = keeps ? weights.getAtIndex(JAVA_FLOAT, weightsAt + i / steps) * share : 0;
      y.setAtIndex(JAVA_FLOAT, yAt + i, weight);
    }
  }

  /** The end of the run of equal weights that begins at {@code from}. */
  private static int alike(MemorySegment weights, long at, int from, int count) {
    // Beside themselves, one further. Number by number, 1024 of them take 2.8 µs instead of 0.4.
    long begin = (at + from) * Float.BYTES;
    long end = (at + count - 1) * Float.BYTES;
    long change =
        MemorySegment.mismatch(
            weights, begin, end, weights, begin + Float.BYTES, end + Float.BYTES);
    return change < 0 ? count : from + 1 + (int) (change / Float.BYTES);
  }
}
