package dev.annotron.processor.ir;

/**
 * Where windows lie over a picture, and what they read and give there. Each of the {@code groups}
 * takes its share of the channels and gives its share of the filters. A sequence is a picture of
 * height 1; a window of a pooling has a group for each channel.
 */
public record Geometry(Axis y, Axis x, int channels, int filters, int groups) {

  public Geometry {
    if (groups < 1 || channels % groups != 0 || filters % groups != 0) {
      throw new IllegalArgumentException(
          "%d channels and %d filters in %d groups".formatted(channels, filters, groups));
    }
  }

  /**
   * Windows along one axis. What lies outside of the picture is zero.
   *
   * @param size the positions of the picture
   * @param kernel the taps of a window
   * @param stride the positions from window to window
   * @param dilation the positions from tap to tap
   * @param before the positions by which the first window begins before the picture
   * @param windows how many there are
   */
  public record Axis(int size, int kernel, int stride, int dilation, int before, int windows) {
    /** The missing axis of a sequence. */
    public static final Axis SINGLE = new Axis(1, 1, 1, 1, 0, 1);

    public Axis {
      if (Math.min(Math.min(size, kernel), Math.min(stride, dilation)) < 1 || windows < 1) {
        throw new IllegalArgumentException("nothing is there");
      }
    }

    /** One window over all positions. */
    public static Axis whole(int size) {
      return new Axis(size, size, 1, 1, 0, 1);
    }

    /** Windows side by side that cover {@code size * windows} positions. */
    public static Axis tiles(int size, int windows) {
      return new Axis(Math.multiplyExact(size, windows), size, size, 1, 0, windows);
    }

    /** The position of a tap of a window, which may lie outside of the picture. */
    public int position(int window, int tap) {
      return window * stride + tap * dilation - before;
    }

    public boolean contains(int position) {
      return position >= 0 && position < size;
    }
  }

  /** Windows that take each channel for itself. */
  public static Geometry pooling(Axis y, Axis x, int channels) {
    return new Geometry(y, x, channels, channels, channels);
  }

  /** The shape of the picture. */
  public Shape picture() {
    return Shape.of(y.size(), x.size(), channels);
  }

  /** The shape of the kernel: Keras's, with the channels of a group. */
  public Shape kernel() {
    return Shape.of(y.kernel(), x.kernel(), channels / groups, filters);
  }

  /** The shape of what the windows give. */
  public Shape result() {
    return Shape.of(y.windows(), x.windows(), filters);
  }

  /** Multiply-adds for one picture, with those of taps outside of it. */
  public long work() {
    return (long) y.windows() * x.windows() * kernel().size();
  }
}
