package dev.annotron.runtime.network;

/** One metric over the batches so far, exact over all samples that were added. */
interface Meter {

  /** Forgets all samples. */
  void reset();

  /**
   * Adds the first {@code rows} rows of outputs, and those of targets from {@code at} on; allocates
   * nothing.
   */
  void add(float[] output, float[] target, int at, int rows);

  /** The metric of the samples; there must be one. */
  double value();

  /**
   * A metric's meter.
   *
   * @param outputs the floats of a sample's output
   * @param targets the floats of a sample's target
   * @param samples how many there will be
   */
  // An exhaustive switch: a new function does not compile without its line here.
  static Meter of(MetricFunction function, int outputs, int targets, int samples) {
    return switch (function) {
      case SPARSE_CATEGORICAL_ACCURACY -> TopMeter.ofSteps(outputs, targets);
      case CATEGORICAL_ACCURACY -> new TopMeter(1, outputs, targets, 1);
      case SPARSE_TOP_K_CATEGORICAL_ACCURACY, TOP_K_CATEGORICAL_ACCURACY ->
          new TopMeter(TopMeter.K, outputs, targets, 1);
      case BINARY_LABEL_ACCURACY, BINARY_ACCURACY -> new SideMeter(outputs);
      case BINARY_PRECISION -> new BinaryMeter(Rate.PRECISION, outputs);
      case BINARY_RECALL -> new BinaryMeter(Rate.RECALL, outputs);
      case BINARY_F1_SCORE -> new BinaryMeter(Rate.F1_SCORE, outputs);
      case CATEGORICAL_PRECISION, SPARSE_CATEGORICAL_PRECISION ->
          new ClassMeter(Rate.PRECISION, outputs, targets);
      case CATEGORICAL_RECALL, SPARSE_CATEGORICAL_RECALL ->
          new ClassMeter(Rate.RECALL, outputs, targets);
      case CATEGORICAL_F1_SCORE, SPARSE_CATEGORICAL_F1_SCORE ->
          new ClassMeter(Rate.F1_SCORE, outputs, targets);
      case AUC -> new RankMeter(false, outputs, samples);
      case PR_AUC -> new RankMeter(true, outputs, samples);
      case MEAN_ABSOLUTE_ERROR, MEAN_SQUARED_ERROR, ROOT_MEAN_SQUARED_ERROR ->
          new DistanceMeter(function, outputs);
      case R2_SCORE -> new DeterminationMeter(outputs);
    };
  }
}
