package dev.annotron.runtime.network;

import dev.annotron.runtime.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the values of each epoch. */
final class HistoryRecorder {
  /** Room for so many epochs at first, so that common trainings never grow it. */
  private static final int FIRST = 4096;

  private final List<String> names = new ArrayList<>();
  private final double[][] values;
  private int epochs;

  HistoryRecorder(List<MetricFunction> metrics, boolean validation, int epochs) {
    addNames("", metrics);
    if (validation) {
      addNames("val_", metrics);
    }
    values = new double[names.size()][Math.min(epochs, FIRST)];
  }

  private void addNames(String prefix, List<MetricFunction> metrics) {
    names.add(prefix.concat("loss"));
    for (MetricFunction metric : metrics) {
      names.add(prefix.concat(metric.shown()));
    }
  }

  /** Makes room for one more epoch; {@link #record} then fills it. */
  void begin() {
    if (epochs == values[0].length) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Arrays.copyOf(values[i], 2 * epochs);
      }
    }
    epochs++;
  }

  /** Records an outcome as the values from name {@code first} on; returns the name after them. */
  int record(int first, Outcome<?> outcome) {
    int at = first;
    values[at++][epochs - 1] = outcome.loss();
    for (int i = 0; i < outcome.metricCount(); i++) {
      values[at++][epochs - 1] = outcome.metric(i);
    }
    return at;
  }

  List<String> names() {
    return names;
  }

  /** The value of name {@code index} in the last epoch. */
  double last(int index) {
    return values[index][epochs - 1];
  }

  History history(boolean interrupted) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      columns.put(names.get(i), Arrays.copyOf(values[i], epochs));
    }
    return new History(columns, interrupted);
  }
}
