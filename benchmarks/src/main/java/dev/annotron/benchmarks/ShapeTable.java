package dev.annotron.benchmarks;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

  private static final int TURNS = 2;
  private static final double WARM_UP = 0.4;
  private static final double SECONDS = 0.06;

  /** A ratio that is suspected is the median of so many times {@link #TURNS} turns. */
  private static final int MORE = 3;

  private final Settings settings;
  private final List<Probe> probes;
  private final double[][] nanoseconds = new double[WIDTHS.size()][BATCHES.size()];

  private ShapeTable(Settings settings, List<Probe> probes) {
    this.settings = settings;
    this.probes = probes;
  }

  /** A shape by its places in the lists. */
  private record Cell(int width, int batch) {
    Shape shape() {
      return new Shape(WIDTHS.get(width), DEPTH, BATCHES.get(batch));
    }

    /** The next smaller ones, and larger ones that are nearly as large. */
    List<Cell> neighbours() {
      return Stream.of(
              new Cell(width - 1, batch),
              new Cell(width + 1, batch),
              new Cell(width, batch - 1),
              new Cell(width, batch + 1))
          .filter(c -> c.width >= 0 && c.width < WIDTHS.size())
          .filter(c -> c.batch >= 0 && c.batch < BATCHES.size())
          .filter(c -> c.shape().multiplyAdds() < shape().multiplyAdds() * NEARLY)
          .toList();
    }
  }

  static void print(Settings settings) {
    ShapeCompiler.compile(WIDTHS.stream().map(width -> new Shape(width, DEPTH, 1)).toList());
    List<Probe> probes =
        WIDTHS.stream().map(w -> Probe.of(w, DEPTH, BATCHES, settings.threads())).toList();
    try {
      ShapeTable table = new ShapeTable(settings, probes);
      table.measure();
      table.print();
    } finally {
      probes.forEach(Probe::close);
    }
  }

  /** All in turn, so that neighbours meet the same machine; the best turn counts. */
  private void measure() {
    for (int turn = 0; turn <= settings.rounds() * TURNS; turn++) {
      for (int i = 0; i < WIDTHS.size(); i++) {
        for (int j = 0; j < BATCHES.size(); j++) {
          Cell cell = new Cell(i, j);
          double time = nanoseconds(cell, turn == 0 ? WARM_UP : SECONDS);
          nanoseconds[i][j] = turn <= 1 ? time : Math.min(time, nanoseconds[i][j]);
        }
      }
    }
  }

  /** Nanoseconds per multiply-add, measured now. */
  private double nanoseconds(Cell cell, double seconds) {
    double microseconds = probes.get(cell.width).microseconds(cell.batch, seconds);
    return microseconds * 1e3 / cell.shape().multiplyAdds();
  }

  private double known(Cell cell) {
    return nanoseconds[cell.width][cell.batch];
  }

  /** How many times slower than the fastest neighbour; measured again, side by side, if much. */
  private double ratio(Cell cell) {
    Optional<Cell> fastest = cell.neighbours().stream().min(comparingDouble(this::known));
    if (fastest.isEmpty()) {
      return 1;
    }
    double ratio = known(cell) / known(fastest.get());
    if (ratio <= CLIFF) {
      return ratio;
    }
    SideBySide times = new SideBySide();
    times.take(
        settings.rounds() * TURNS * MORE,
        () -> nanoseconds(cell, SECONDS),
        () -> nanoseconds(fastest.get(), SECONDS));
    return times.ratio(0.5);
  }

  private void print() {
    Markdown.title("Odd shapes");
    System.out.println(
        "Nanoseconds per multiply-add, "
            + settings.threads()
            + " threads, in the best turn; in brackets how many times slower than the neighbour"
            + " of less or of about the same work, if it is slower.");
    System.out.println();
    List<String> head = new ArrayList<>(List.of("width"));
    BATCHES.forEach(batch -> head.add("batch " + batch));
    Markdown.head(head);
    List<String> cliffs = new ArrayList<>();
    for (int i = 0; i < WIDTHS.size(); i++) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(WIDTHS.get(i))));
      for (int j = 0; j < BATCHES.size(); j++) {
        Cell cell = new Cell(i, j);
        double ratio = ratio(cell);
        row.add(text(known(cell), ratio));
        if (ratio > CLIFF) {
          cliffs.add(cell.shape().width() + " × " + cell.shape().batch());
        }
      }
      Markdown.row(row);
    }
    System.out.println();
    System.out.println(
        "More than "
            + CLIFF
            + " times slower than a neighbour, also when measured again beside it: "
            + (cliffs.isEmpty() ? "none" : String.join(", ", cliffs))
            + ".");
  }

  private static String text(double nanoseconds, double ratio) {
    String text = String.format(Locale.ROOT, "%.3f", nanoseconds);
    if (ratio <= 1) {
      return text;
    }
    String slower = String.format(Locale.ROOT, "(%.2f)", ratio);
    return text + " " + (ratio > CLIFF ? "**" + slower + "**" : slower);
  }
}
