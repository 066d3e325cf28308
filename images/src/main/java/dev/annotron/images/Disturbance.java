package dev.annotron.images;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Blur, noise and cut-out, drawn by chance. */
final class Disturbance {
  /** Of a Gaussian, what lies beyond three deviations is left out: 0.3 %. */
  private static final int DEVIATIONS = 3;

  /** A deviation below this many pixels changes no value by a thousandth. */
  private static final double LEAST_BLUR = 0.2;

  private final int height;
  private final int width;
  private final int channels;
  private final Amounts amounts;
  private final SplittableRandom random;

  Disturbance(int height, int width, int channels, Amounts amounts, SplittableRandom random) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.amounts = amounts;
    this.random = random;
  }

  float[] apply(float[] image) {
    float[] changed = image;
    double blur = amounts.blur() * random.nextDouble();
    if (blur > LEAST_BLUR) {
      double[] kernel = gaussian(blur);
      changed = blurred(changed, kernel, channels, width);
      changed = blurred(changed, kernel, width * channels, height);
    }
    if (amounts.noise() > 0) {
      for (int i = 0; i < changed.length; i++) {
        changed[i] += (float) (amounts.noise() * normal());
      }
    }
    cutOut(changed);
    return changed;
  }

  private static double[] gaussian(double deviation) {
    int reach = (int) Math.ceil(DEVIATIONS * deviation);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double distance = (i - reach) / deviation;
      kernel[i] = Math.exp(-distance * distance / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  /**
   * Blurs along one axis; beyond the edge its last pixel goes on.
   *
   * @param stride the values between neighbours along the axis
   * @param count the pixels along the axis
   */
  private float[] blurred(float[] image, double[] kernel, int stride, int count) {
    float[] blurred = new float[image.length];
    int reach = kernel.length / 2;
    for (int i = 0; i < image.length; i++) {
      int place = i / stride % count;
      int line = i - place * stride;
      double sum = 0;
      for (int j = -reach; j <= reach; j++) {
        int from = Math.clamp(place + j, 0, count - 1);
        sum += kernel[j + reach] * image[line + from * stride];
      }
      blurred[i] = (float) sum;
    }
    return blurred;
  }

  /** Box and Muller's method. */
  private double normal() {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private void cutOut(float[] image) {
    int side = (int) Math.round(amounts.cutOut() * Math.min(height, width));
    if (side == 0) {
      return;
    }
    int top = random.nextInt(height - side + 1);
    int left = random.nextInt(width - side + 1);
    for (int y = top; y < top + side; y++) {
      int from = (y * width + left) * channels;
      Arrays.fill(image, from, from + side * channels, (float) amounts.fill());
    }
  }
}
