package dev.annotron.processor.ir;

/**
 * Normalisation of a batch, by columns: by the last axis of {@code x[…,c]}, over all else; and of
 * groups of values of a sample.
 */
public sealed interface NormalizationOp extends KernelOp {

  /**
   * A number of the batch that {@link Standardize} reads. Nothing flows back through it: the
   * derivative of what reads it accounts for it.
   */
  sealed interface Statistic extends NormalizationOp {
    @Override
    default boolean stopsGradients() {
      return true;
    }
  }

  /** {@code (x[…,c]) → mean[c]}. */
  record BatchMean() implements Statistic {}

  /** {@code (x[…,c], mean[c]) → variance[c]}, the mean of the squared distances. */
  record BatchVariance() implements Statistic {}

  /** {@code (variance) → 1 / √(variance + epsilon)}; none of its operands are trained. */
  record InverseDeviation(double epsilon) implements NormalizationOp {}

  /**
   * {@code (x, mean, variance, factor)} or {@code (x, mean, variance, factor, bias) → (x − mean) ·
   * factor + bias}; only the derivative reads the variance.
   *
   * @param epsilon that of the {@link InverseDeviation} that the factor is made with
   * @param ofBatch whether mean, variance and factor are those of {@code x} itself and change with
   *     it; else they are constants
   */
  record Standardize(double epsilon, boolean hasBias, boolean ofBatch) implements NormalizationOp {}

  /** {@code (x, mean, dy) → Σ (x − mean) · dy}, by columns. No derivative. */
  record CenteredSum() implements NormalizationOp {}

  /**
   * {@code (variance, factor, dBias, dFactor) → [2,c]}: what {@link BatchGradient} takes away
   * everywhere, and by the distance from the mean. No derivative.
   *
   * @param rows the rows of {@code c} values in a sample
   */
  record BatchSlopes(double epsilon, int rows) implements NormalizationOp {}

  /**
   * {@code (x, mean, factor, slopes, dy) → dx}, of {@link Standardize} of a batch. No derivative.
   */
  record BatchGradient() implements NormalizationOp {}

  /**
   * {@code (x)}, {@code (x, gain)}, {@code (x, bias)} or {@code (x, gain, bias) → (x − mean) /
   * √(variance + epsilon) · gain + bias}, with mean and variance of each group.
   */
  record Normalize(Groups groups, boolean hasGain, boolean hasBias) implements NormalizationOp {}

  /** {@code (x, dy)} or {@code (x, gain, dy) → dx}, of {@link Normalize}. No derivative. */
  record NormalizeGradient(Groups groups, boolean hasGain) implements NormalizationOp {}

  /** {@code (x, dy) → dGain} of that shape, of {@link Normalize}. No derivative. */
  record NormalizeGainGradient(Groups groups, Shape shape) implements NormalizationOp {}

  /**
   * Which values of a sample {@code [outer, groups, inner]} are normalised together: those with the
   * same place along the middle axis.
   *
   * @param scaled the neighbouring values that gain and bias are for, after which they repeat
   * @param centered whether the mean is taken away; else the variance is the mean square
   */
  record Groups(int outer, int groups, int inner, int scaled, boolean centered, double epsilon) {
    int size() {
      return outer * groups * inner;
    }
  }
}
