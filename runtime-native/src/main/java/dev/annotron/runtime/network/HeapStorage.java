package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Arrays: for networks that are computed in Java alone. */
final class HeapStorage implements Storage<float[]> {
  /**
   * Data sets up to this many floats (4 MB) are copied to an array before they are trained on. A
   * row of XOR takes 2 ns from there instead of 12 from a segment, out of 300 for the whole step.
   */
  private static final long COPIED = 1 << 20;

  /** Fewer floats than this are faster copied one by one than by a call. */
  private static final int FEW = 8;

  @Override
  public List<float[]> slab(long... sizes) {
    List<float[]> pieces = new ArrayList<>(sizes.length);
    for (long size : sizes) {
      pieces.add(new float[Math.toIntExact(size)]);
    }
    return pieces;
  }

  @Override
  public MemorySegment view(float[] memory) {
    return MemorySegment.ofArray(memory);
  }

  @Override
  public void read(float[] from, long at, float[] to, int toAt, int count) {
    move(from, (int) at, to, toAt, count);
  }

  @Override
  public void write(float[] from, int fromAt, float[] to, long at, int count) {
    move(from, fromAt, to, (int) at, count);
  }

  @Override
  public void copy(float[] from, float[] to, long count) {
    System.arraycopy(from, 0, to, 0, (int) count);
  }

  @Override
  public void clear(float[] memory) {
    Arrays.fill(memory, 0);
  }

  @Override
  public boolean finite(float[] memory, long at, long count) {
    return Finite.all(memory, (int) at, (int) count);
  }

  @Override
  public Source<float[]> source(Dataset data, Side side) {
    int width = side.width(data);
    return (long) data.size() * width <= COPIED
        ? ArraySource.of(data, side)
        : new SegmentSource(data, side.segment(data), width);
  }

  private static void move(float[] from, int at, float[] to, int toAt, int count) {
    if (count >= FEW) {
      System.arraycopy(from, at, to, toAt, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[toAt + i] = from[at + i];
    }
  }

  private record SegmentSource(Dataset data, MemorySegment block, int width)
      implements Source<float[]> {
    @Override
    public void copy(
        int[] samples, int first, int rows, int column, int count, float[] to, long at) {
      int toAt = (int) at;
      for (int i = first; i < first + rows; i++) {
        long from = (long) data.rowAt(samples[i]) * width + column;
        MemorySegment.copy(block, ValueLayout.JAVA_FLOAT, from * Float.BYTES, to, toAt, count);
        toAt += count;
      }
    }
  }

  private static final class ArraySource implements Source<float[]> {
    private final float[] values;
    private final int width;

    private ArraySource(float[] values, int width) {
      this.values = values;
      this.width = width;
    }

    static ArraySource of(Dataset data, Side side) {
      int width = side.width(data);
      float[] values = new float[data.size() * width];
      for (int i = 0; i < data.size(); i++) {
        side.copy(data, i, values, i * width);
      }
      return new ArraySource(values, width);
    }

    @Override
    public void copy(
        int[] samples, int first, int rows, int column, int count, float[] to, long at) {
      int toAt = (int) at;
      for (int i = first; i < first + rows; i++) {
        move(values, samples[i] * width + column, to, toAt, count);
        toAt += count;
      }
    }
  }
}
