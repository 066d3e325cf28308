package dev.annotron.runtime.text;

import java.util.ArrayList;
import java.util.List;

/** Lays out lines of cells in columns, numbers to the right. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();
  private final int leftColumns;

  /** A table whose first {@code leftColumns} columns are aligned to the left. */
  public Table(int leftColumns) {
    this.leftColumns = leftColumns;
  }

  /** Adds a line; all lines have the same number of cells. */
  public void add(List<String> cells) {
    lines.add(List.copyOf(cells));
  }

  /** The lines as text, without trailing spaces. */
  public List<String> render() {
    int[] widths = widths();
    List<String> text = new ArrayList<>();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        row.append(i == 0 ? "" : GAP).append(padded(line.get(i), widths[i], i < leftColumns));
      }
      text.add(row.toString().stripTrailing());
    }
    return text;
  }

  private int[] widths() {
    int[] widths = new int[lines.isEmpty() ? 0 : lines.getFirst().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return widths;
  }

  private static String padded(String cell, int width, boolean left) {
    String space = " ".repeat(width - cell.length());
    return left ? cell + space : space + cell;
  }
}
