package dev.annotron.report;

import dev.annotron.runtime.ConfusionMatrix;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** A confusion matrix: how often samples of each class were taken for each class. Immutable. */
public final class Confusion {
  /** The most classes whose counts can be read in their cells. */
  private static final int MOST_WITH_COUNTS = 16;

  private static final double LARGEST_MATRIX = 620;
  private static final double TOP = 86;
  private static final double MARGIN = 16;

  private final int[][] counts;
  private final List<String> names;

  private Confusion(int[][] counts, List<String> names) {
    this.counts = counts;
    this.names = names;
  }

  /**
   * Counts what a model says about every sample. A model with one output gives the probability of
   * class 1, one with several outputs the class of the largest.
   *
   * @throws ReportException if targets and outputs are not those of classes
   */
  public static Confusion of(Model model, Dataset data) {
    Classes classes = Classes.of(model, data);
    for (int i = 0; i < data.size(); i++) {
      classes.actual(data, i); // throws where there is none
    }
    ConfusionMatrix matrix = ConfusionMatrix.of(model, data);
    int[][] counts = new int[classes.count()][classes.count()];
    List<String> names = new ArrayList<>();
    for (int actual = 0; actual < counts.length; actual++) {
      names.add(classes.name(actual));
      for (int predicted = 0; predicted < counts.length; predicted++) {
        counts[actual][predicted] = Math.toIntExact(matrix.count(actual, predicted));
      }
    }
    return new Confusion(counts, List.copyOf(names));
  }

  /**
   * A matrix of counts that are there already.
   *
   * @param counts {@code counts[a][p]}: how many samples of class a were taken for class p
   * @param names the names of the classes
   * @throws ReportException unless there are as many rows and columns as names, and no count is
   *     negative
   */
  public static Confusion of(int[][] counts, List<String> names) {
    int[][] copy = new int[counts.length][];
    boolean right = names.size() == counts.length && counts.length > 0;
    for (int i = 0; i < counts.length; i++) {
      copy[i] = counts[i].clone();
      right &= copy[i].length == counts.length;
      for (int count : copy[i]) {
        right &= count >= 0;
      }
    }
    ReportException.check(
        right,
        counts.length + " rows of counts for " + names.size() + " classes",
        "as many rows and columns as classes, and counts from 0 on",
        "Give counts[actual][predicted].");
    return new Confusion(copy, List.copyOf(names));
  }

  /** The names of the classes. */
  public List<String> names() {
    return names;
  }

  /** How many samples of class {@code actual} were taken for class {@code predicted}. */
  public int count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /** The share of samples that were taken for what they are. */
  public double accuracy() {
    long all = 0;
    long right = 0;
    for (int i = 0; i < counts.length; i++) {
      all += total(i);
      right += counts[i][i];
    }
    return all == 0 ? 0 : (double) right / all;
  }

  /** The matrix: a row for each class, its cells shaded by their share of the row. */
  public Picture picture() {
    int n = counts.length;
    double cell = Math.clamp(LARGEST_MATRIX / n, 6, 52);
    double labels = labelWidth();
    double left = MARGIN + 22 + labels;
    double width = Math.max(left + n * cell + 2 * MARGIN, 340);
    boolean slanted = longest() * 6.4 > cell;
    double top = TOP + (slanted ? labels * 0.7 : 0);
    Svg svg = new Svg();
    svg.text("Confusion matrix", MARGIN, 28, Svg.Type.TITLE);
    String share = Numbers.fixed(100 * accuracy(), 2) + " % on the diagonal";
    svg.text(share, MARGIN, 45, Svg.Type.LABEL);
    Svg grid = new Svg();
    for (int row = 0; row < n; row++) {
      cells(grid, row, cell);
    }
    svg.add(left, top, grid.toString());
    names(svg, left, top, cell, slanted);
    Svg.Type axis = Svg.Type.LABEL.at(Svg.Anchor.MIDDLE);
    svg.text("predicted", left + n * cell / 2, top + n * cell + 20, axis);
    svg.turned("actual", MARGIN + 10, top + n * cell / 2, -90, axis);
    return new Picture("Confusion matrix", width, top + n * cell + 20 + MARGIN, svg);
  }

  private void cells(Svg svg, int row, double cell) {
    double gap = cell > 14 ? 2 : 0.5;
    for (int column = 0; column < counts.length; column++) {
      int count = counts[row][column];
      double share = count == 0 ? 0 : (double) count / total(row);
      double x = column * cell;
      double y = row * cell;
      double size = cell - gap;
      svg.rectangle(x, y, size, size, Math.min(4, cell / 8), Svg.fill(Ink.RAISED));
      // By the root, so that a few mistakes among thousands can be seen, and told from many.
      double opacity = row == column ? share : Math.sqrt(share);
      if (count > 0) {
        String paint = Svg.fill(row == column ? Ink.BLUE : Ink.ORANGE);
        paint += " fill-opacity=\"" + Svg.round(Math.max(0.06, opacity)) + "\"";
        svg.rectangle(x, y, size, size, Math.min(4, cell / 8), paint);
      }
      if (counts.length <= MOST_WITH_COUNTS) {
        boolean onColour = opacity > 0.6;
        Ink ink = onColour ? Ink.SURFACE : count == 0 ? Ink.AXIS : Ink.TEXT;
        Svg.Type type = new Svg.Type(cellType(cell), ink, onColour, Svg.Anchor.MIDDLE);
        svg.text(Integer.toString(count), x + size / 2, y + size / 2 + type.size() * 0.36, type);
      }
    }
  }

  /** The size of type with which the largest count fits into a cell. */
  private double cellType(double cell) {
    int digits = 1;
    for (int[] row : counts) {
      for (int count : row) {
        digits = Math.max(digits, Integer.toString(count).length());
      }
    }
    return Math.clamp((cell - 6) / (0.62 * digits), 6, 13);
  }

  private void names(Svg svg, double left, double top, double cell, boolean slanted) {
    // Of very many classes every second, fifth ... name, so that they do not overlap.
    int step = (int) Math.ceil(12 / cell);
    for (int i = 0; i < names.size(); i += step) {
      double middle = (i + 0.5) * cell - 1;
      Svg.Type type = Svg.Type.LABEL.sized(12).in(Ink.TEXT);
      svg.text(shortened(i), left - 8, top + middle + 4, type.at(Svg.Anchor.END));
      if (slanted) {
        svg.turned(shortened(i), left + middle + 4, top - 8, -45, type);
      } else {
        svg.text(shortened(i), left + middle, top - 8, type.at(Svg.Anchor.MIDDLE));
      }
    }
  }

  private String shortened(int i) {
    String name = names.get(i);
    return name.length() <= 16 ? name : name.substring(0, 15) + "…";
  }

  private int longest() {
    int longest = 0;
    for (int i = 0; i < names.size(); i++) {
      longest = Math.max(longest, shortened(i).length());
    }
    return longest;
  }

  private double labelWidth() {
    return Math.max(10, longest() * 7.0);
  }

  private long total(int row) {
    long total = 0;
    for (int count : counts[row]) {
      total += count;
    }
    return total;
  }
}
