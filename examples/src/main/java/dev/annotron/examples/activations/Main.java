package dev.annotron.examples.activations;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.report.Activations;
import dev.annotron.report.Picture;

/** Draws the gallery of activations, as PNG and as SVG. */
public final class Main {
  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("activations", Main::run, args);
  }

  private static Result run(Options options) {
    Picture gallery = Activations.gallery();
    options.write("activations.png", gallery::png);
    options.write("activations.svg", gallery::svg);
    return new Result()
        .add("functions", Activations.names().size())
        .add("width", (int) gallery.width())
        .add("height", (int) gallery.height());
  }
}
