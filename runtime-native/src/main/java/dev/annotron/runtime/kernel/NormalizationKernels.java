package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Kernels that give values a mean of 0 and a deviation of 1: over a batch, by columns, or over
 * groups of values of a sample. Operands as {@link Kernels} says.
 *
 * <p>A group of a sample {@code [outer, groups, inner]} is all values with the same place along the
 * middle axis. Gains and biases are for {@code scaled} neighbouring values, {@code inner} or {@code
 * groups · inner}, and repeat behind them. A group that is not {@code centered} keeps its mean, and
 * its variance is the mean of its squares.
 */
public interface NormalizationKernels {

  /** {@code mean[j]}: the mean over rows of {@code x[row, j]}. One pass. */
  void batchMean(MemorySegment x, long xAt, MemorySegment mean, long meanAt, int rows, int columns);

  /**
   * {@code variance[j]}: the mean over rows of {@code (x[row, j] − mean[j])²}. One pass, so that no
   * digits are lost where the mean is large.
   */
  void batchVariance(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment variance,
      long varianceAt,
      int rows,
      int columns);

  /** {@code y[i] = 1 / √(variance[i] + epsilon)}. */
  void inverseDeviation(
      MemorySegment variance, long varianceAt, MemorySegment y, long yAt, int count, float epsilon);

  /**
   * {@code y[row, j] = (x[row, j] − mean[j]) · factor[j] + bias[j]}; {@code y} may be {@code x}.
   * One pass.
   *
   * @param biasAt the index of the bias, or -1 for none
   */
  void standardize(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment bias,
      long biasAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns);

  /** {@code sum[j] = Σ over rows of (x[row, j] − mean[j]) · dy[row, j]}. One pass. */
  void centeredSum(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment sum,
      long sumAt,
      int rows,
      int columns);

  /**
   * What the gradients through a batch's mean and variance need of its sums, by columns: {@code
   * slopes[0, j] = factor · dBias / rows}, {@code slopes[1, j] = factor · dFactor / (rows ·
   * (variance + epsilon))}.
   *
   * @param dBias the sums of {@code dy}
   * @param dFactor what {@link #centeredSum} gives
   */
  void batchSlopes(
      MemorySegment variance,
      long varianceAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment dBias,
      long dBiasAt,
      MemorySegment dFactor,
      long dFactorAt,
      MemorySegment slopes,
      long slopesAt,
      int rows,
      int columns,
      float epsilon);

  /**
   * The derivative of {@link #standardize} through the batch's mean and variance too: {@code
   * dx[row, j] = dy · factor − slopes[0, j] − (x − mean) · slopes[1, j]}; {@code dx} may be {@code
   * dy}. One pass.
   */
  void batchGradient(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment slopes,
      long slopesAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns);

  /**
   * {@code y = (x − mean) / √(variance + epsilon) · gamma + beta}, with mean and variance of each
   * group of each sample; {@code y} may be {@code x}. Three passes over a group, mostly in the
   * cache.
   *
   * @param gammaAt the index of the gains, or -1 for none, as {@code betaAt} for the biases
   */
  void normalize(
      MemorySegment x,
      long xAt,
      MemorySegment gamma,
      long gammaAt,
      MemorySegment beta,
      long betaAt,
      MemorySegment y,
      long yAt,
      int samples,
      int outer,
      int groups,
      int inner,
      int scaled,
      boolean centered,
      float epsilon);

  /**
   * The derivative of {@link #normalize} by {@code x}; {@code dx} may be {@code dy}. Statistics are
   * computed again. Four passes over a group.
   */
  void normalizeGradient(
      MemorySegment x,
      long xAt,
      MemorySegment gamma,
      long gammaAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int samples,
      int outer,
      int groups,
      int inner,
      int scaled,
      boolean centered,
      float epsilon);

  /**
   * The derivative of {@link #normalize} by {@code gamma}: the sums of {@code dy · (x − mean) /
   * √(variance + epsilon)} over all values that have the gain in common.
   */
  void normalizeGainGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dGamma,
      long dGammaAt,
      int samples,
      int outer,
      int groups,
      int inner,
      int scaled,
      boolean centered,
      float epsilon);
}
