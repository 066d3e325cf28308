package dev.annotron.runtime.network;

import dev.annotron.runtime.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the values of each epoch. */
final class HistoryRecorder {
  /** Room for so many epochs at first, so that common trainings never grow it. */
  private static final int FIRST = 4096;

  private final List<String> names = new ArrayList<>();
  private final double[][] values;
  private int epochs;

  /**
   * @param measured the names of what is measured beside the loss
   */
  HistoryRecorder(List<String> measured, boolean validation, int epochs) {
    addNames("", measured);
    if (validation) {
      addNames("val_", measured);
    }
    values = new double[names.size()][Math.min(epochs, FIRST)];
  }

  private void addNames(String prefix, List<String> measured) {
    names.add(prefix.concat("loss"));
    for (String name : measured) {
      names.add(prefix.concat(name));
    }
  }

  /** Goes on after the epochs of another training: a column for each name. */
  void resume(double[][] columns) {
    epochs = columns[0].length;
    for (int i = 0; i < values.length; i++) {
      values[i] = Arrays.copyOf(columns[i], Math.max(epochs, values[i].length));
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
    values[first][epochs - 1] = outcome.loss();
    return outcome.record(values, first + 1, epochs - 1);
  }

  /** The epochs recorded so far. */
  int epochs() {
    return epochs;
  }

  /** The values of name {@code index}. */
  double[] values(int index) {
    return Arrays.copyOf(values[index], epochs);
  }

  List<String> names() {
    return names;
  }

  /** The value of name {@code index} in the last epoch. */
  double last(int index) {
    return values[index][epochs - 1];
  }

  History history(boolean interrupted, @Nullable String stopped) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      columns.put(names.get(i), values(i));
    }
    return new History(columns, interrupted, stopped);
  }
}
