package dev.annotron.benchmarks;

import dev.annotron.report.Picture;
import dev.annotron.report.Scaling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How the time of a training step grows with batch, width and depth, as a table and pictures. */
final class ScaleTable {
  private static final Path DIRECTORY = Path.of("target", "scale");
  private static final int WIDTH = 256;
  private static final int DEPTH = 2;
  private static final int BATCH = 64;

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
    Map<Shape, Double> one = Probes.microseconds(shapes, settings, 1);
    Map<Shape, Double> all = Probes.microseconds(shapes, settings, settings.threads());
    for (Shape shape : shapes) {
      double alone = one.getOrDefault(shape, Double.NaN);
      double together = all.getOrDefault(shape, Double.NaN);
      Markdown.row(
          List.of(
              shape.width() + " × " + shape.depth() + ", " + shape.batch(),
              Markdown.number(alone),
              Markdown.number(alone * 1e3 / shape.multiplyAdds()),
              Markdown.number(together),
              Markdown.number(together * 1e3 / shape.multiplyAdds()),
              Markdown.number(alone / together)));
    }
    double[] xs = shapes.stream().mapToDouble(place).toArray();
    write(
        axis,
        Scaling.of(
            "A training step by " + axis,
            axis,
            "µs",
            List.of(
                new Scaling.Line("1 thread", xs, values(shapes, one)),
                new Scaling.Line(settings.threads() + " threads", xs, values(shapes, all)))));
  }

  private static double[] values(List<Shape> shapes, Map<Shape, Double> times) {
    return shapes.stream().mapToDouble(shape -> times.getOrDefault(shape, Double.NaN)).toArray();
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
