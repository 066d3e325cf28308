package dev.annotron.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing sequence of floats: an array first, then equal chunks outside the heap. */
final class DatasetFloats {
  private static final int FIRST = 64;
  private static final int CHUNK = 2 * DatasetMemory.HEAP_FLOATS;

  private final List<DatasetMemory> full = new ArrayList<>();
  private float[] last = new float[FIRST];
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
      DatasetMemory chunk = DatasetMemory.allocate(CHUNK, held());
      chunk.write(last, CHUNK, 0);
      full.add(chunk);
      used = 0;
    } else if (last.length - used < wanted && last.length < CHUNK) {
      long larger = Math.max(2L * last.length, (long) used + wanted);
      last = Arrays.copyOf(last, (int) Math.min(CHUNK, larger));
    }
  }

  /** The floats that lie outside the heap. */
  private long held() {
    return (long) full.size() * CHUNK;
  }

  /** All of them in one block. */
  DatasetMemory toBlock() {
    DatasetMemory block = DatasetMemory.allocate(held() + used, held());
    long at = 0;
    for (DatasetMemory chunk : full) {
      block.write(chunk, 0, at, CHUNK);
      at += CHUNK;
    }
    block.write(last, used, at);
    return block;
  }
}
