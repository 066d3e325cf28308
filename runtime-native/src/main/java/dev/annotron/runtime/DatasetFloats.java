package dev.annotron.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing sequence of floats: an array first, then equal chunks outside the heap. */
final class DatasetFloats {
  private static final int CHUNK = DatasetBlock.HEAP_FLOATS;

  private final List<MemorySegment> full = new ArrayList<>();
  private float[] last = new float[64];
  private int used;

  void add(float[] values) {
    int done = 0;
    while (done < values.length) {
      makeRoom(values.length - done);
      int count = Math.min(values.length - done, last.length - used);
      System.arraycopy(values, done, last, used, count);
      used += count;
      done += count;
    }
  }

  /** Leaves room for at least one more, and for {@code wanted} if that is within a chunk. */
  private void makeRoom(int wanted) {
    if (used == CHUNK) {
      MemorySegment chunk = Arena.ofAuto().allocate(DatasetBlock.bytes(CHUNK), Float.BYTES);
      DatasetBlock.write(last, CHUNK, chunk, 0);
      full.add(chunk);
      used = 0;
    } else if (last.length - used < wanted && last.length < CHUNK) {
      long larger = Math.max(2L * last.length, (long) used + wanted);
      last = Arrays.copyOf(last, (int) Math.min(CHUNK, larger));
    }
  }

  /** All of them in one block. */
  MemorySegment toBlock() {
    long floats = (long) full.size() * CHUNK + used;
    MemorySegment block = DatasetBlock.allocate(floats);
    long at = 0;
    for (MemorySegment chunk : full) {
      MemorySegment.copy(chunk, 0, block, DatasetBlock.bytes(at), chunk.byteSize());
      at += CHUNK;
    }
    DatasetBlock.write(last, used, block, at);
    return block;
  }
}
