package dev.annotron.runtime.network;

import dev.annotron.runtime.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The loss of the batches so far, and what is measured beside it. */
final class Outcome<S> {
  private final List<String> names;
  private final List<OutputMeter<S>> meters = new ArrayList<>();
  private double lossSum;
  private long samples;

  /**
   * Starts with no sample.
   *
   * @param rows the samples of a batch at most
   * @param samples how many there will be
   */
  Outcome(Parts<S> parts, Layout layout, int rows, int samples) {
    Architecture architecture = parts.architecture();
    this.names = Measured.names(architecture);
    int column = 0;
    for (int i = 0; i < architecture.outputs().size(); i++) {
      meters.add(new OutputMeter<>(parts, layout, i, column, rows, samples));
      column += layout.targets().get(i).size();
    }
  }

  void reset() {
    lossSum = 0;
    samples = 0;
    for (int i = 0; i < meters.size(); i++) {
      meters.get(i).reset();
    }
  }

  /**
   * Adds a batch, whose outputs lie in {@code work}. No iterator here: a step allocates nothing.
   *
   * @param targets as {@link Batches#targets} has them
   */
  void add(double meanLoss, S work, float[] targets, int rows) {
    lossSum += meanLoss * rows;
    samples += rows;
    for (int i = 0; i < meters.size(); i++) {
      meters.get(i).add(work, targets, rows);
    }
  }

  /** The mean loss over all samples. */
  double loss() {
    return lossSum / samples;
  }

  /** Writes what is measured beside the loss to row {@code epoch} of columns from {@code first}. */
  int record(double[][] columns, int first, int epoch) {
    int at = first;
    for (int i = 0; i < meters.size(); i++) {
      OutputMeter<S> meter = meters.get(i);
      for (int which = 0; which < meter.count(); which++) {
        columns[at++][epoch] = meter.value(which);
      }
    }
    return at;
  }

  /** How many values there are beside the loss. */
  int count() {
    return names.size();
  }

  /** Whether value {@code index} of {@link Measured} has anything to be measured by. */
  boolean has(int index) {
    Place place = place(index);
    return meters.get(place.meter()).has(place.which());
  }

  /** The value of name {@code index} among those of {@link Measured}; it must be there. */
  double value(int index) {
    Place place = place(index);
    return meters.get(place.meter()).value(place.which());
  }

  private record Place(int meter, int which) {}

  private Place place(int index) {
    int which = index;
    int meter = 0;
    while (which >= meters.get(meter).count()) {
      which -= meters.get(meter++).count();
    }
    return new Place(meter, which);
  }

  /** Such as {@code loss: 0.1234 accuracy: 0.9876}, of what is there; there must be a sample. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(64);
    LineProgress.append(text, "loss", loss());
    for (int i = 0; i < names.size(); i++) {
      if (has(i)) {
        LineProgress.append(text, names.get(i), value(i));
      }
    }
    return text.toString();
  }

  Evaluation evaluation() {
    double[][] columns = new double[names.size()][1];
    record(columns, 0, 0);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      values.put(names.get(i), columns[i][0]);
    }
    return new Evaluation(loss(), values);
  }
}
