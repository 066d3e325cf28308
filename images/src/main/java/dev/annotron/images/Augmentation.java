package dev.annotron.images;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Renewal;
import java.util.SplittableRandom;

/**
 * Changes images by chance, so that a network sees others in each epoch and learns what does not
 * matter. Immutable; each method gives a new one.
 *
 * <pre>{@code
 * Augmentation augmentation = Augmentation.of(28, 28, 1).rotate(10).shift(0.1).zoom(0.1).seed(7);
 * network.fit(train.renewing(augmentation), test);
 * }</pre>
 *
 * <p>Images are {@code [height, width, channels]}. All that moves is done in one step with bilinear
 * interpolation: flip, then rotation and zoom about the centre, then shift; then come crop, blur,
 * noise and cut-out. What an image becomes depends on (seed, epoch, sample) alone, whatever the
 * number of threads. While a network trains on an epoch, other threads make the next; that costs
 * memory for the samples of two epochs.
 */
public final class Augmentation implements Renewal {
  private final int height;
  private final int width;
  private final int channels;
  private final Amounts amounts;
  private final long seed;
  private final int threads;

  private Augmentation(
      int height, int width, int channels, Amounts amounts, long seed, int threads) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.amounts = amounts;
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * Changes nothing yet.
   *
   * @throws DataException if a size is below 1
   */
  public static Augmentation of(int height, int width, int channels) {
    if (height < 1 || width < 1 || channels < 1) {
      throw new DataException(
          "Images are [" + height + "," + width + "," + channels + "]",
          "at least 1 in each dimension",
          "Give height, width and channels, such as 28, 28, 1.");
    }
    return new Augmentation(height, width, channels, Amounts.NONE, 0, 1);
  }

  private Augmentation with(Amounts changed) {
    return new Augmentation(height, width, channels, changed, seed, threads);
  }

  /** Moves by up to this share of height and width, from 0 to 1, in any direction. */
  public Augmentation shift(double share) {
    return with(amounts.withShift(range("shift", share, 0, 1)));
  }

  /** Turns by up to this many degrees, from 0 to 180, either way. */
  public Augmentation rotate(double degrees) {
    return with(amounts.withRotation(range("rotate", degrees, 0, 180)));
  }

  /** Enlarges or shrinks by a factor from {@code 1 - share} to {@code 1 + share}; below 1. */
  public Augmentation zoom(double share) {
    return with(amounts.withZoom(range("zoom", share, 0, 0.99)));
  }

  /** Exchanges left and right in half of the images. */
  public Augmentation flipHorizontally() {
    return with(amounts.withMirror(true));
  }

  /** Exchanges top and bottom in half of the images. */
  public Augmentation flipVertically() {
    return with(amounts.withUpsideDown(true));
  }

  /** Cuts a part of this share of height and width out anywhere, and enlarges it to the whole. */
  public Augmentation crop(double share) {
    return with(amounts.withCrop(range("crop", share, 0.01, 1)));
  }

  /** Blurs with a Gaussian whose deviation lies from 0 to this many pixels, up to 10. */
  public Augmentation blur(double pixels) {
    return with(amounts.withBlur(range("blur", pixels, 0, 10)));
  }

  /** Adds to each value a normal random number of this deviation. */
  public Augmentation noise(double deviation) {
    return with(amounts.withNoise(range("noise", deviation, 0, 1e6)));
  }

  /** Fills a square whose side is this share of the shorter side of the image, anywhere. */
  public Augmentation cutOut(double share) {
    return with(amounts.withCutOut(range("cutOut", share, 0, 1)));
  }

  /** The value of what comes in from outside the image, and of what is cut out; 0 if not set. */
  public Augmentation fill(double value) {
    return with(amounts.withFill(range("fill", value, -1e6, 1e6)));
  }

  /** The seed; 0 if not set. */
  public Augmentation seed(long value) {
    return new Augmentation(height, width, channels, amounts, value, threads);
  }

  /**
   * How many threads make the images of an epoch, beside the one that trains; 1 if not set.
   *
   * @throws DataException if it is below 1
   */
  public Augmentation threads(int count) {
    int checked = (int) range("threads", count, 1, 1024);
    return new Augmentation(height, width, channels, amounts, seed, checked);
  }

  private static double range(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new DataException(
          what + "(" + value + ")", "a number from " + least + " to " + most, "Try a small one.");
    }
    return value;
  }

  /**
   * What an image becomes; a new array.
   *
   * @param image a sample as in a data set
   * @param epoch the number of the epoch, from 0
   * @param sample the number of the sample in its data set, from 0
   * @throws DataException if the image has another number of values
   */
  public float[] apply(float[] image, long epoch, int sample) {
    expect(image.length);
    SplittableRandom random = new SplittableRandom(mixed(mixed(seed, epoch), sample));
    float[] moved = new Movement(height, width, channels, amounts, random).apply(image);
    return new Disturbance(height, width, channels, amounts, random).apply(moved);
  }

  /** All samples of a data set as they are in an epoch; a copy. */
  public Dataset apply(Dataset data, long epoch) {
    return new AugmentedEpochs(this, data, threads).of(epoch);
  }

  @Override
  public Epochs start(Dataset samples) {
    return new AugmentedEpochs(this, samples, threads);
  }

  void expect(int values) {
    if (values != height * width * channels) {
      throw new DataException(
          "An image has " + values + " values",
          height * width * channels + " = " + height + " x " + width + " x " + channels,
          "Give the augmentation the size of the images.");
    }
  }

  /** Two numbers as one, so that neighbours have nothing in common. */
  private static long mixed(long a, long b) {
    return new SplittableRandom(a ^ (b + 1) * 0x9E3779B97F4A7C15L).nextLong();
  }
}
