package dev.annotron.report;

import java.awt.image.BufferedImage;
import java.util.Base64;

/** Images of pixels, for use inside a drawing. */
final class Pixels {
  private Pixels() {}

  /** The colour of a pixel, as {@code 0xAARRGGBB}. */
  interface Colour {
    int at(int row, int column);
  }

  /** An image as a {@code data:} URI, each of its pixels a square of {@code zoom} pixels. */
  static String uri(int height, int width, int zoom, Colour colour) {
    BufferedImage image =
        new BufferedImage(width * zoom, height * zoom, BufferedImage.TYPE_INT_ARGB);
    for (int row = 0; row < height * zoom; row++) {
      for (int column = 0; column < width * zoom; column++) {
        image.setRGB(column, row, colour.at(row / zoom, column / zoom));
      }
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(Raster.encode(image));
  }

  /** A colour that lets what is behind it through; {@code share} from 0, nothing, to 1. */
  static int transparent(Ink ink, double share) {
    int alpha = (int) Math.round(255 * Math.clamp(share, 0, 1));
    return alpha << 24 | ink.rgb();
  }
}
