package dev.annotron.runtime;

import dev.annotron.runtime.text.Numbers;
import dev.annotron.runtime.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a {@link History}. */
final class HistoryTable {
  /** More epochs than this are shown by this many lines, evenly spaced. */
  private static final int LINES = 20;

  private HistoryTable() {}

  static String of(
      Map<String, double[]> values, int epochs, boolean interrupted, @Nullable String stopped) {
    Table table = new Table(0);
    List<String> head = new ArrayList<>();
    head.add("epoch");
    head.addAll(values.keySet());
    table.add(head);
    int lines = Math.min(epochs, LINES);
    for (int i = 1; i <= lines; i++) {
      table.add(line(values, (int) ((long) epochs * i / lines)));
    }
    String text = String.join("\n", table.render());
    if (interrupted) {
      return text + "\ninterrupted after " + epochs + " whole epochs";
    }
    return stopped == null
        ? text
        : text + "\nstopped after " + epochs + " whole epochs: " + stopped;
  }

  private static List<String> line(Map<String, double[]> values, int epoch) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(epoch));
    for (double[] column : values.values()) {
      cells.add(Numbers.text(column[epoch - 1]));
    }
    return cells;
  }
}
