package dev.annotron.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shapes that no kernel was made for: nanoseconds per multiply-add of a training step of two square
 * dense layers, with primes beside powers of two.
 */
final class ShapeTable {
  private static final List<Integer> WIDTHS =
      List.of(7, 8, 13, 16, 31, 32, 61, 64, 67, 127, 128, 131, 251, 256, 257, 509, 512, 521, 997);

  private static final List<Integer> BATCHES = List.of(1, 7, 8, 32, 33, 128, 1000, 1024);
  private static final int DEPTH = 2;

  /** How much slower per multiply-add than a neighbour is a cliff. */
  private static final double CLIFF = 1.5;

  /** How much larger a neighbour may be. */
  private static final double NEARLY = 1.2;

  private ShapeTable() {}

  static void print(Settings settings) {
    List<Shape> shapes = Shape.all(WIDTHS, DEPTH, BATCHES);
    Map<Shape, Double> times = Probes.microseconds(shapes, settings, settings.threads());
    Markdown.title("Odd shapes");
    System.out.println(
        "Nanoseconds per multiply-add, "
            + settings.threads()
            + " threads; in brackets how many times slower than the neighbour of less or of"
            + " about the same work, if it is slower.");
    System.out.println();
    List<String> head = new ArrayList<>(List.of("width"));
    BATCHES.forEach(batch -> head.add("batch " + batch));
    Markdown.head(head);
    List<String> cliffs = new ArrayList<>();
    for (int i = 0; i < WIDTHS.size(); i++) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(WIDTHS.get(i))));
      for (int j = 0; j < BATCHES.size(); j++) {
        Shape shape = shape(i, j);
        double here = nanoseconds(shape, times);
        double ratio = here / fastestNeighbour(i, j, times);
        row.add(cell(here, ratio));
        if (ratio > CLIFF) {
          cliffs.add(shape.width() + " × " + shape.batch());
        }
      }
      Markdown.row(row);
    }
    System.out.println();
    System.out.println(
        "More than "
            + CLIFF
            + " times slower than a neighbour: "
            + (cliffs.isEmpty() ? "none" : String.join(", ", cliffs))
            + ".");
  }

  private static Shape shape(int width, int batch) {
    return new Shape(WIDTHS.get(width), DEPTH, BATCHES.get(batch));
  }

  /** The least of the next smaller shapes, and of larger ones that are nearly as large. */
  private static double fastestNeighbour(int width, int batch, Map<Shape, Double> times) {
    double work = shape(width, batch).multiplyAdds();
    double fastest = Double.POSITIVE_INFINITY;
    for (int[] step : new int[][] {{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
      int w = width + step[0];
      int b = batch + step[1];
      if (w >= 0 && w < WIDTHS.size() && b >= 0 && b < BATCHES.size()) {
        Shape shape = shape(w, b);
        if (shape.multiplyAdds() < work * NEARLY) {
          fastest = Math.min(fastest, nanoseconds(shape, times));
        }
      }
    }
    return fastest;
  }

  private static double nanoseconds(Shape shape, Map<Shape, Double> times) {
    return times.getOrDefault(shape, Double.NaN) * 1e3 / shape.multiplyAdds();
  }

  private static String cell(double nanoseconds, double ratio) {
    String text = String.format(Locale.ROOT, "%.3f", nanoseconds);
    if (!(ratio > 1) || Double.isInfinite(ratio)) {
      return text;
    }
    String slower = String.format(Locale.ROOT, " (%.2f)", ratio);
    return ratio > CLIFF ? text + " **" + slower.strip() + "**" : text + slower;
  }
}
