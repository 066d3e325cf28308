package dev.annotron.images;

import java.util.SplittableRandom;

/**
 * Where each pixel of the new image comes from: an affine map, drawn by chance. With the centre of
 * the image as origin, the place {@code (y, x)} takes its value from {@code (a y + b x + c, d y + e
 * x + f)}.
 */
final class Movement {
  private final int height;
  private final int width;
  private final int channels;
  private final Amounts amounts;
  private final double a;
  private final double b;
  private final double c;
  private final double d;
  private final double e;
  private final double f;

  Movement(int height, int width, int channels, Amounts amounts, SplittableRandom random) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.amounts = amounts;
    double angle = Math.toRadians(amounts.rotation() * signed(random));
    double zoom = 1 + amounts.zoom() * signed(random);
    double downShift = amounts.shift() * height * signed(random);
    double rightShift = amounts.shift() * width * signed(random);
    double vertical = amounts.upsideDown() && random.nextBoolean() ? -1 : 1;
    double horizontal = amounts.mirror() && random.nextBoolean() ? -1 : 1;
    double crop = amounts.crop();
    double cropDown = (1 - crop) / 2 * height * signed(random) - downShift;
    double cropRight = (1 - crop) / 2 * width * signed(random) - rightShift;
    double cos = Math.cos(angle) / zoom;
    double sin = Math.sin(angle) / zoom;
    this.a = vertical * cos * crop;
    this.b = vertical * sin * crop;
    this.c = vertical * (cos * cropDown + sin * cropRight);
    this.d = -horizontal * sin * crop;
    this.e = horizontal * cos * crop;
    this.f = horizontal * (cos * cropRight - sin * cropDown);
  }

  /** From -1 to 1. */
  private static double signed(SplittableRandom random) {
    return 2 * random.nextDouble() - 1;
  }

  float[] apply(float[] image) {
    if (!amounts.moves()) {
      return image.clone();
    }
    float[] moved = new float[image.length];
    double middleY = (height - 1) / 2.0;
    double middleX = (width - 1) / 2.0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dy = y - middleY;
        double dx = x - middleX;
        double fromY = a * dy + b * dx + c + middleY;
        double fromX = d * dy + e * dx + f + middleX;
        pixel(image, fromY, fromX, moved, (y * width + x) * channels);
      }
    }
    return moved;
  }

  /** Between four pixels, by their distance. */
  private void pixel(float[] image, double fromY, double fromX, float[] to, int at) {
    int y = (int) Math.floor(fromY);
    int x = (int) Math.floor(fromX);
    double down = fromY - y;
    double right = fromX - x;
    for (int channel = 0; channel < channels; channel++) {
      double above = value(image, y, x, channel) * (1 - right);
      double below = value(image, y + 1, x, channel) * (1 - right);
      above += value(image, y, x + 1, channel) * right;
      below += value(image, y + 1, x + 1, channel) * right;
      to[at + channel] = (float) (above * (1 - down) + below * down);
    }
  }

  private double value(float[] image, int y, int x, int channel) {
    boolean inside = y >= 0 && y < height && x >= 0 && x < width;
    return inside ? image[(y * width + x) * channels + channel] : amounts.fill();
  }
}
