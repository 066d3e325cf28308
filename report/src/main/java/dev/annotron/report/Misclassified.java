package dev.annotron.report;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Predicting;
import dev.annotron.runtime.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Images that a model takes for what they are not, the surest mistakes first. */
public final class Misclassified {
  private static final int TILE = 84;

  /** Those of a name that fit below a tile, with its percents. */
  private static final int LETTERS = 8;

  private Misclassified() {}

  private record Mistake(int sample, int actual, int predicted, double confidence) {}

  /**
   * The first of a data set's mistakes.
   *
   * @param data images of one channel, or of three: red, green and blue as the last axis
   * @param height the height of the images
   * @param width their width
   * @param most how many to show
   * @throws ReportException if the images have another size, if the targets are no classes, or if
   *     there is no mistake to show
   */
  public static Picture of(Predicting model, Dataset data, int height, int width, int most) {
    int channels = channels(data, height, width);
    ReportException.check(most >= 1, "most is " + most, "at least 1", "Ask for one image or more.");
    Classes classes = Classes.of(model, data);
    List<Mistake> mistakes = mistakes(model, data, classes);
    ReportException.check(
        !mistakes.isEmpty(),
        "the model mistakes none of the " + data.size() + " samples",
        "at least one mistake",
        "There is nothing to draw: be glad.");
    int zoom = Tiles.zoom(height, width, TILE);
    List<Tiles.Tile> tiles = new ArrayList<>();
    for (Mistake mistake : mistakes.subList(0, Math.min(most, mistakes.size()))) {
      String said = Svg.shortened(classes.name(mistake.predicted()), LETTERS);
      String actual = Svg.shortened(classes.name(mistake.actual()), LETTERS);
      String sure = Numbers.fixed(100 * mistake.confidence(), 0) + " %";
      List<String> lines = List.of(said + ", " + sure, "is " + actual);
      tiles.add(new Tiles.Tile(image(data, mistake.sample(), width, channels, zoom), lines));
    }
    String title = "Mistakes";
    String note =
        mistakes.size()
            + " of "
            + data.size()
            + " samples"
            + (tiles.size() < mistakes.size() ? "; the " + tiles.size() + " surest" : "");
    return Tiles.of(title, note, tiles, width * zoom, height * zoom);
  }

  private static int channels(Dataset data, int height, int width) {
    for (int channels : new int[] {1, 3}) {
      if (height > 0 && width > 0 && data.featureCount() == (long) height * width * channels) {
        return channels;
      }
    }
    throw new ReportException(
        "a sample has " + data.featureCount() + " features",
        height + " * " + width + " pixels of one or three channels",
        "Give the height and width of the images.");
  }

  private static List<Mistake> mistakes(Predicting model, Dataset data, Classes classes) {
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      float[] prediction = model.predict(data.x(i));
      int predicted = classes.predicted(prediction);
      int actual = classes.actual(data, i);
      if (predicted != actual) {
        double confidence = classes.confidence(prediction, predicted);
        mistakes.add(new Mistake(i, actual, predicted, confidence));
      }
    }
    mistakes.sort(Comparator.comparingDouble(Mistake::confidence).reversed());
    return mistakes;
  }

  /** From black, the least value of the image, to white, its largest. */
  private static String image(Dataset data, int sample, int width, int channels, int zoom) {
    float[] x = data.x(sample);
    float low = x[0];
    float high = x[0];
    for (float value : x) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    float least = low;
    float range = high > low ? high - low : 1;
    int height = x.length / channels / width;
    return Pixels.uri(
        height,
        width,
        2 * zoom,
        (row, column) -> {
          int at = (row * width + column) * channels;
          int rgb = 0;
          for (int c = 0; c < 3; c++) {
            float value = x[at + (channels == 1 ? 0 : c)];
            rgb = rgb << 8 | Math.round(255 * (value - least) / range);
          }
          return 0xFF000000 | rgb;
        });
  }
}
