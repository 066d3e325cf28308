package dev.annotron.runtime.kernel;

/**
 * Losses with weights over heap memory, for networks that are computed in Java alone. The methods
 * mean what those of the same name in {@link LossKernels} mean.
 */
public final class HeapLosses {
  private HeapLosses() {}

  /**
   * See {@link LossKernels#weightedLoss}.
   *
   * @throws IllegalArgumentException if a sparse target is not a class number
   */
  public static double weightedLoss(
      LossFunction loss,
      float shape,
      float balance,
      float[] prediction,
      int predictionAt,
      float[] target,
      int targetAt,
      float[] weights,
      int weightsAt,
      int groups,
      int rows,
      int columns) {
    if (allOne(weights, weightsAt, groups)) {
      return HeapKernels.loss(
          loss, shape, balance, prediction, predictionAt, target, targetAt, rows, columns);
    }
    int size = rows / groups;
    int width = size * columns;
    int targetWidth = loss.sparse() ? size : width;
    double sum = 0;
    for (int g = 0; g < groups; g++) {
      float weight = weights[weightsAt + g];
      if (weight != 0) {
        int pAt = predictionAt + g * width;
        int tAt = targetAt + g * targetWidth;
        sum +=
            weight
                * HeapKernels.loss(
                    loss, shape, balance, prediction, pAt, target, tAt, size, columns);
      }
    }
    return sum / groups;
  }

  /**
   * See {@link LossKernels#weightedLossGradient}.
   *
   * @throws IllegalArgumentException if a sparse target is not a class number
   */
  public static void weightedLossGradient(
      LossFunction loss,
      float shape,
      float balance,
      float weight,
      float[] prediction,
      int predictionAt,
      float[] target,
      int targetAt,
      float[] weights,
      int weightsAt,
      int groups,
      float[] dx,
      int dxAt,
      int rows,
      int columns) {
    boolean plain = allOne(weights, weightsAt, groups);
    int parts = plain ? 1 : groups;
    int size = rows / parts;
    int width = size * columns;
    int targetWidth = loss.sparse() ? size : width;
    for (int g = 0; g < parts; g++) {
      float share = plain ? weight : weight * weights[weightsAt + g] / groups;
      HeapKernels.lossGradient(
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

  private static boolean allOne(float[] weights, int at, int count) {
    for (int i = at; i < at + count; i++) {
      if (weights[i] != 1) {
        return false;
      }
    }
    return true;
  }
}
