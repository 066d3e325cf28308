package dev.annotron.images;

import dev.annotron.runtime.DataException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * An image as floats.
 *
 * @param values {@code [height, width, channels]}, from 0 to 1
 */
record Picture(int width, int height, int channels, float[] values) {

  static Picture read(Path file, boolean grey) {
    return of(decode(file), grey ? 1 : 3);
  }

  private static BufferedImage decode(Path file) {
    try {
      // The bytes first: the decoder would keep a temporary file for a stream.
      byte[] bytes = Files.readAllBytes(file);
      @Nullable BufferedImage image = ImageIO.read(new java.io.ByteArrayInputStream(bytes));
      if (image == null) {
        throw new DataException(
            file + " is no image that can be read", "PNG or JPEG", "Convert it, or take it out.");
      }
      return image;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DataException(
          file + " cannot be read: " + e, "a whole PNG or JPEG image", "Fetch it again.", e);
    }
  }

  static Picture of(BufferedImage image, int channels) {
    int width = image.getWidth();
    int height = image.getHeight();
    float[] values = new float[width * height * channels];
    boolean isGrey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y * width + x) * channels;
        if (isGrey) {
          Arrays.fill(values, at, at + channels, greyAt(image, x, y));
        } else {
          colour(image.getRGB(x, y), values, at, channels);
        }
      }
    }
    return new Picture(width, height, channels, values);
  }

  /** As stored: {@code getRGB} would take the values for linear and brighten them. */
  private static float greyAt(BufferedImage image, int x, int y) {
    Raster raster = image.getRaster();
    float value = share(raster, x, y, 0);
    return raster.getNumBands() == 1 ? value : value * share(raster, x, y, 1);
  }

  private static float share(Raster raster, int x, int y, int band) {
    int bits = raster.getSampleModel().getSampleSize(band);
    return raster.getSample(x, y, band) / (float) ((1L << bits) - 1);
  }

  private static void colour(int argb, float[] to, int at, int channels) {
    float alpha = (argb >>> 24) / (255f * 255f);
    float red = (argb >> 16 & 255) * alpha;
    float green = (argb >> 8 & 255) * alpha;
    float blue = (argb & 255) * alpha;
    if (channels == 1) {
      to[at] = 0.299f * red + 0.587f * green + 0.114f * blue;
    } else {
      to[at] = red;
      to[at + 1] = green;
      to[at + 2] = blue;
    }
  }

  /** Another size: along one axis, then along the other. */
  Picture resized(int toWidth, int toHeight) {
    float[] wide = new float[height * toWidth * channels];
    for (int y = 0; y < height; y++) {
      int row = y * width * channels;
      line(values, row, channels, width, wide, y * toWidth * channels, channels, toWidth);
    }
    float[] resized = new float[toHeight * toWidth * channels];
    int stride = toWidth * channels;
    for (int x = 0; x < toWidth; x++) {
      line(wide, x * channels, stride, height, resized, x * channels, stride, toHeight);
    }
    return new Picture(toWidth, toHeight, channels, resized);
  }

  /** Resizes a line of pixels with a triangle as wide as a pixel of the coarser side, twice. */
  private void line(
      float[] from,
      int at,
      int stride,
      int count,
      float[] to,
      int toAt,
      int toStride,
      int toCount) {
    double scale = (double) count / toCount;
    double reach = Math.max(1, scale);
    for (int i = 0; i < toCount; i++) {
      double centre = (i + 0.5) * scale - 0.5;
      int first = (int) Math.max(0, Math.ceil(centre - reach));
      int last = (int) Math.min(count - 1.0, Math.floor(centre + reach));
      for (int channel = 0; channel < channels; channel++) {
        double sum = 0;
        double weights = 0;
        for (int j = first; j <= last; j++) {
          double weight = 1 - Math.abs(j - centre) / reach;
          sum += weight * from[at + j * stride + channel];
          weights += weight;
        }
        to[toAt + i * toStride + channel] = (float) (sum / weights);
      }
    }
  }
}
