package dev.annotron.benchmarks;

import dev.annotron.report.Picture;
import dev.annotron.report.Scaling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How the time of a training step grows with batch, width and depth, as a table and pictures. */
final class ScaleTable {
  private static final Path DIRECTORY = Path.of("target", "scale");
  private static final int WIDTH = 256;
  private static final int DEPTH = 2;
  private static final int BATCH = 64;

  private static final int TURNS = 3;
  private static final double WARM_UP = 0.7;
  private static final double SECONDS = 0.1;

  private ScaleTable() {}

  static void print(Settings settings) {
    Markdown.title("Scale");
    Markdown.head(
        List.of(
            "width × layers, batch",
            "µs, 1 thread",
            "ns per multiply-add",
            "µs, " + settings.threads() + " threads",
            "ns per multiply-add",
            "times faster"));
    print(settings, "batch", Shape::batch, powers(4096, b -> new Shape(WIDTH, DEPTH, b)));
    print(settings, "width", Shape::width, powers(2048, w -> new Shape(w, DEPTH, BATCH)));
    print(settings, "depth", Shape::depth, powers(32, d -> new Shape(WIDTH, d, BATCH)));
  }

  /** Shapes for 1, 2, 4 and so on. */
  private static List<Shape> powers(int most, IntFunction<Shape> shape) {
    return IntStream.iterate(1, i -> i <= most, i -> 2 * i).mapToObj(shape).toList();
  }

  private static void print(
      Settings settings, String axis, ToDoubleFunction<Shape> place, List<Shape> shapes) {
    ShapeCompiler.compile(shapes);
    List<SideBySide> all = new ArrayList<>();
    for (Shape shape : shapes) {
      SideBySide times = measure(settings, shape);
      all.add(times);
      Markdown.row(
          List.of(
              shape.width() + " × " + shape.depth() + ", " + shape.batch(),
              Markdown.number(times.first()),
              Markdown.number(times.first() * 1e3 / shape.multiplyAdds()),
              Markdown.number(times.second()),
              Markdown.number(times.second() * 1e3 / shape.multiplyAdds()),
              Markdown.number(times.ratio(0.5))));
    }
    double[] xs = shapes.stream().mapToDouble(place).toArray();
    write(
        axis,
        Scaling.of(
            "A training step by " + axis,
            axis,
            "µs",
            List.of(
                new Scaling.Line("1 thread", xs, values(all, SideBySide::first)),
                new Scaling.Line(
                    settings.threads() + " threads", xs, values(all, SideBySide::second)))));
  }

  /** On one thread and on all, in close turns. */
  private static SideBySide measure(Settings settings, Shape shape) {
    SideBySide times = new SideBySide();
    List<Integer> batch = List.of(shape.batch());
    try (Probe one = Probe.of(shape.width(), shape.depth(), batch, 1);
        Probe all = Probe.of(shape.width(), shape.depth(), batch, settings.threads())) {
      one.microseconds(0, WARM_UP);
      all.microseconds(0, WARM_UP);
      times.take(
          settings.rounds() * TURNS,
          () -> one.microseconds(0, SECONDS),
          () -> all.microseconds(0, SECONDS));
    }
    return times;
  }

  private static double[] values(List<SideBySide> turns, ToDoubleFunction<SideBySide> value) {
    return turns.stream().mapToDouble(value).toArray();
  }

  private static void write(String name, Picture picture) {
    try {
      Files.createDirectories(DIRECTORY);
      picture.svg(DIRECTORY.resolve(name + ".svg"));
      picture.png(DIRECTORY.resolve(name + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
