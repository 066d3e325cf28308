package dev.annotron.report;

import dev.annotron.runtime.Weight;
import dev.annotron.runtime.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights of a first layer over images, as a small image for each unit or filter: blue where a
 * pixel speaks for it, orange where against, nothing where it does not matter.
 */
public final class WeightTiles {
  private static final int TILE = 84;
  private static final int SMALL_TILE = 44;
  private static final int MOST = 256;

  private WeightTiles() {}

  /**
   * The kernel of a dense layer over images of one channel.
   *
   * @param kernel such as {@code model.weights().get("hidden/kernel")}, of the shape {@code [height
   *     * width, units]}
   * @throws ReportException if the kernel has another shape
   */
  public static Picture of(Weight kernel, int height, int width) {
    List<Integer> shape = kernel.shape();
    ReportException.check(
        shape.size() == 2 && height > 0 && width > 0 && shape.get(0) == height * width,
        kernel.name() + " has the shape " + shape,
        "[" + height + " * " + width + ", units]",
        "Name the kernel of the first layer, and the size of the images.");
    return draw(kernel, height, width, 1, shape.get(1));
  }

  /**
   * The kernel of a two-dimensional convolution: a tile for each filter and input channel.
   *
   * @param kernel of the shape {@code [height, width, channels, filters]}
   * @throws ReportException if the kernel has another shape
   */
  public static Picture of(Weight kernel) {
    List<Integer> shape = kernel.shape();
    ReportException.check(
        shape.size() == 4,
        kernel.name() + " has the shape " + shape,
        "[height, width, channels, filters], as @Conv2D has",
        "Of a dense layer's kernel, tell also the height and width of the images.");
    return draw(kernel, shape.get(0), shape.get(1), shape.get(2), shape.get(3));
  }

  private static Picture draw(Weight kernel, int height, int width, int channels, int units) {
    float[] values = kernel.toArray();
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    int zoom = Tiles.zoom(height, width, height > 9 ? TILE : SMALL_TILE);
    int count = Math.min(MOST, channels * units);
    List<Tiles.Tile> tiles = new ArrayList<>();
    for (int tile = 0; tile < count; tile++) {
      int unit = tile / channels;
      int channel = tile % channels;
      double scale = largest == 0 ? 1 : largest;
      String uri =
          Pixels.uri(
              height,
              width,
              2 * zoom,
              (row, column) -> {
                int pixel = (row * width + column) * channels + channel;
                float value = values[pixel * units + unit];
                return Pixels.transparent(
                    value < 0 ? Ink.ORANGE : Ink.BLUE, Math.abs(value / scale));
              });
      tiles.add(new Tiles.Tile(uri, List.of()));
    }
    String note =
        (count < channels * units ? "the first " + count + " of " : "")
            + channels * units
            + " tiles, blue: positive, orange: negative, full colour: ±"
            + Numbers.text(largest);
    return Tiles.of(kernel.name(), note, tiles, width * zoom, height * zoom);
  }
}
