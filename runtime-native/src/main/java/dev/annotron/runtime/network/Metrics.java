package dev.annotron.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The metrics of one output over the batches so far. */
final class Metrics {
  private final Measure[] measures;
  private final Meter[] meters;

  /**
   * Starts with no sample.
   *
   * @param outputs the floats of a sample's output
   * @param targets the floats of a sample's target
   * @param samples how many there will be
   */
  Metrics(List<MetricFunction> functions, int outputs, int targets, int samples) {
    Making making = new Making(outputs, targets, samples);
    this.measures = new Measure[functions.size()];
    for (int i = 0; i < measures.length; i++) {
      measures[i] = making.of(functions.get(i));
    }
    this.meters = making.meters.toArray(new Meter[0]);
  }

  int count() {
    return measures.length;
  }

  /** Forgets all samples. */
  void reset() {
    for (Meter meter : meters) {
      meter.reset();
    }
  }

  /**
   * Adds the first {@code rows} rows of both matrices; that of the targets starts at {@code at}.
   */
  void add(float[] output, float[] target, int at, int rows) {
    for (Meter meter : meters) {
      meter.add(output, target, at, rows);
    }
  }

  /** The value of metric {@code index} over the samples; there must be one. */
  double value(int index) {
    return measures[index].value();
  }

  /** Makes a meter for each metric, and one for all metrics of classes together. */
  private static final class Making {
    private final int outputs;
    private final int targets;
    private final int samples;
    private final List<Meter> meters = new ArrayList<>();
    private @Nullable ClassCounts counts;

    Making(int outputs, int targets, int samples) {
      this.outputs = outputs;
      this.targets = targets;
      this.samples = samples;
    }

    // An exhaustive switch: a new function does not compile without its line here.
    Measure of(MetricFunction function) {
      return switch (function) {
        case SPARSE_CATEGORICAL_ACCURACY -> ofLabels();
        case CATEGORICAL_ACCURACY -> ofRows();
        case SPARSE_CATEGORICAL_PRECISION -> new ClassRate(ofLabels(), Rate.PRECISION);
        case CATEGORICAL_PRECISION -> new ClassRate(ofRows(), Rate.PRECISION);
        case SPARSE_CATEGORICAL_RECALL -> new ClassRate(ofLabels(), Rate.RECALL);
        case CATEGORICAL_RECALL -> new ClassRate(ofRows(), Rate.RECALL);
        case SPARSE_CATEGORICAL_F1_SCORE -> new ClassRate(ofLabels(), Rate.F1_SCORE);
        case CATEGORICAL_F1_SCORE -> new ClassRate(ofRows(), Rate.F1_SCORE);
        case SPARSE_TOP_K_CATEGORICAL_ACCURACY, TOP_K_CATEGORICAL_ACCURACY ->
            own(new TopMeter(outputs, targets));
        case BINARY_LABEL_ACCURACY, BINARY_ACCURACY -> own(new SideMeter(outputs));
        case BINARY_PRECISION -> own(new BinaryMeter(Rate.PRECISION, outputs));
        case BINARY_RECALL -> own(new BinaryMeter(Rate.RECALL, outputs));
        case BINARY_F1_SCORE -> own(new BinaryMeter(Rate.F1_SCORE, outputs));
        case AUC -> own(new RankMeter(false, outputs, samples));
        case PR_AUC -> own(new RankMeter(true, outputs, samples));
        case MEAN_ABSOLUTE_ERROR, MEAN_SQUARED_ERROR, ROOT_MEAN_SQUARED_ERROR ->
            own(new DistanceMeter(function, outputs));
        case R2_SCORE -> own(new DeterminationMeter(outputs));
      };
    }

    private Meter own(Meter meter) {
      meters.add(meter);
      return meter;
    }

    private ClassCounts ofLabels() {
      return counts == null ? shared(ClassCounts.ofLabels(outputs, targets)) : counts;
    }

    private ClassCounts ofRows() {
      return counts == null ? shared(ClassCounts.ofRows(outputs)) : counts;
    }

    private ClassCounts shared(ClassCounts made) {
      counts = made;
      meters.add(made);
      return made;
    }
  }
}
