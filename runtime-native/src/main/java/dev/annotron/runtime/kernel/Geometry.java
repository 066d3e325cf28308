package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Where windows lie over pictures {@code [height, width, channels]}. Each of the {@code groups}
 * takes its share of the channels and gives its share of the filters; a window of a pooling has a
 * group for each channel.
 */
public final class Geometry {
  private final Axis y;
  private final Axis x;
  private final int channels;
  private final int filters;
  private final int groups;
  private final MemorySegment numbers;

  /**
   * Windows along one axis; what lies outside of the picture is zero.
   *
   * @param size the positions of the picture
   * @param kernel the taps of a window
   * @param stride the positions from window to window
   * @param dilation the positions from tap to tap
   * @param before the positions by which the first window begins before the picture
   * @param windows how many there are
   */
  public record Axis(int size, int kernel, int stride, int dilation, int before, int windows) {

    /** The position of a tap of a window, or -1 if it is outside of the picture. */
    int position(int window, int tap) {
      int position = window * stride + tap * dilation - before;
      return position < size ? position : -1;
    }
  }

  /** Makes windows; their numbers are copied to where native kernels read them. */
  public Geometry(Axis y, Axis x, int channels, int filters, int groups) {
    this.y = y;
    this.x = x;
    this.channels = channels;
    this.filters = filters;
    this.groups = groups;
    int[] all = {
      y.size,
      y.kernel,
      y.stride,
      y.dilation,
      y.before,
      y.windows,
      x.size,
      x.kernel,
      x.stride,
      x.dilation,
      x.before,
      x.windows,
      channels,
      filters,
      groups
    };
    numbers = Arena.ofAuto().allocateFrom(JAVA_INT, all);
  }

  /** The rows of the picture. */
  public Axis y() {
    return y;
  }

  /** The columns of the picture. */
  public Axis x() {
    return x;
  }

  /** The channels of the picture. */
  public int channels() {
    return channels;
  }

  /** The numbers that each window gives. */
  public int filters() {
    return filters;
  }

  /** The groups of channels. */
  public int groups() {
    return groups;
  }

  /** The positions of a picture. */
  int positions() {
    return y.size * x.size;
  }

  /** The windows of a picture. */
  int windows() {
    return y.windows * x.windows;
  }

  /** The taps of a window. */
  int taps() {
    return y.kernel * x.kernel;
  }

  /** The position of a tap of a window, or -1 if it is outside of the picture. */
  int position(int window, int tap) {
    int row = y.position(window / x.windows, tap / x.kernel);
    int column = x.position(window % x.windows, tap % x.kernel);
    return row < 0 || column < 0 ? -1 : row * x.size + column;
  }

  /** All numbers, off the heap, as {@code Geometry} in geometry.h. */
  MemorySegment numbers() {
    return numbers;
  }
}
