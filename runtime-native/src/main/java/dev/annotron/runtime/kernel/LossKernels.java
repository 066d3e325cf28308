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
   * weights, bit for bit; groups of weight 0 are not looked at.
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
    if (allOne(weights, weightsAt, groups)) {
      return loss(loss, shape, balance, prediction, predictionAt, target, targetAt, rows, columns);
    }
    int size = rows / groups;
    long width = (long) size * columns;
    long targetWidth = loss.sparse() ? size : width;
    double sum = 0;
    for (int g = 0; g < groups; g++) {
      float weight = weights.getAtIndex(JAVA_FLOAT, weightsAt + g);
      if (weight != 0) {
        long pAt = predictionAt + g * width;
        long tAt = targetAt + g * targetWidth;
        sum += weight * loss(loss, shape, balance, prediction, pAt, target, tAt, size, columns);
      }
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
    boolean plain = allOne(weights, weightsAt, groups);
    int parts = plain ? 1 : groups;
    int size = rows / parts;
    long width = (long) size * columns;
    long targetWidth = loss.sparse() ? size : width;
    for (int g = 0; g < parts; g++) {
      float share =
          plain ? weight : weight * weights.getAtIndex(JAVA_FLOAT, weightsAt + g) / groups;
      lossGradient(
          loss,
          shape,
          balance,
          share,
          prediction,
          predictionAt + g * width,
          target,
          targetAt + g * targetWidth,
          dx,
          dxAt + g * width,
          size,
          columns);
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

  private static boolean allOne(MemorySegment weights, long at, int count) {
    for (int i = 0; i < count; i++) {
      if (weights.getAtIndex(JAVA_FLOAT, at + i) != 1) {
        return false;
      }
    }
    return true;
  }
}
