package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.kernel.Kernels;
import dev.annotron.runtime.kernel.RowKernels;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Memory outside the heap, aligned to cache lines: for networks that call kernels. */
final class OffHeapStorage implements Storage<MemorySegment> {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private final Kernels kernels;

  /**
   * Memory of a network.
   *
   * @param kernels the network's: a small one must not load the native library for its data
   */
  OffHeapStorage(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public List<MemorySegment> slab(long... sizes) {
    long total = 0;
    for (long size : sizes) {
      total += OffHeap.aligned(bytes(size));
    }
    MemorySegment slab = OffHeap.allocate(total);
    List<MemorySegment> pieces = new ArrayList<>(sizes.length);
    long at = 0;
    for (long size : sizes) {
      pieces.add(slab.asSlice(at, bytes(size)));
      at += OffHeap.aligned(bytes(size));
    }
    return pieces;
  }

  @Override
  public MemorySegment view(MemorySegment memory) {
    return memory;
  }

  @Override
  public void read(MemorySegment from, long at, float[] to, int toAt, int count) {
    MemorySegment.copy(from, FLOAT, bytes(at), to, toAt, count);
  }

  @Override
  public void write(float[] from, int fromAt, MemorySegment to, long at, int count) {
    MemorySegment.copy(from, fromAt, to, FLOAT, bytes(at), count);
  }

  @Override
  public void copy(MemorySegment from, MemorySegment to, long count) {
    MemorySegment.copy(from, 0, to, 0, bytes(count));
  }

  @Override
  public void clear(MemorySegment memory) {
    memory.fill((byte) 0);
  }

  @Override
  public boolean finite(MemorySegment memory, long at, long count) {
    int spoilt = 0;
    for (long i = at; i < at + count; i++) {
      spoilt |= Finite.spoilt(memory.getAtIndex(ValueLayout.JAVA_INT, i));
    }
    return spoilt >= 0;
  }

  @Override
  public Source<MemorySegment> source(Dataset data, Side side) {
    MemorySegment block = side.segment(data);
    return side == Side.FEATURES && data.hasLastingFeatures()
        ? new LastingSource(kernels, data, block)
        : new SegmentSource(data, block, side.width(data));
  }

  @Override
  public Optional<RowKernels> inPlace(Dataset data, int rows) {
    return data.hasLastingFeatures()
        ? kernels.rows(
            data.features(), data.featureCount(), OffHeap.allocate((long) rows * Long.BYTES))
        : Optional.empty();
  }

  private static long bytes(long floats) {
    return floats * Float.BYTES;
  }

  /** Rows of any memory. */
  private record SegmentSource(Dataset data, MemorySegment block, int width)
      implements Source<MemorySegment> {
    @Override
    public void copy(
        int[] samples, int first, int rows, int column, int count, MemorySegment to, long at) {
      long toAt = bytes(at);
      for (int i = first; i < first + rows; i++) {
        long from = (long) data.rowAt(samples[i]) * width + column;
        MemorySegment.copy(block, bytes(from), to, toAt, bytes(count));
        toAt += bytes(count);
      }
    }
  }

  /** Rows of features that a kernel may copy. */
  private static final class LastingSource implements Source<MemorySegment> {
    private final Kernels kernels;
    private final Dataset data;
    private final MemorySegment block;
    private MemorySegment numbers = MemorySegment.NULL;

    LastingSource(Kernels kernels, Dataset data, MemorySegment block) {
      this.kernels = kernels;
      this.data = data;
      this.block = block;
    }

    @Override
    public void copy(
        int[] samples, int first, int rows, int column, int count, MemorySegment to, long at) {
      if (numbers.byteSize() < (long) rows * Long.BYTES) {
        numbers = OffHeap.allocate((long) rows * Long.BYTES);
      }
      for (int i = 0; i < rows; i++) {
        numbers.setAtIndex(ValueLayout.JAVA_LONG, i, data.rowAt(samples[first + i]));
      }
      int width = data.featureCount();
      kernels.gather(block, numbers, to, at, rows, width, column, count);
    }
  }
}
