package dev.annotron.runtime.network;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.kernel.SystemPages;
import dev.annotron.runtime.text.MemoryLimit;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Allocates memory outside the heap that goes with the last object that refers to it.
 *
 * <p>The garbage collector sees only the small objects in front of that memory, and may leave
 * gigabytes of dropped models behind them. So the bytes in use are counted, and when they have
 * doubled since the last look, a collection is asked for.
 */
final class OffHeap {
  /** A cache line, and the width of the widest vectors. */
  private static final long ALIGNMENT = 64;

  /** Nothing is collected for less than this. */
  private static final long FLOOR = 128L << 20;

  /** How long a collection is waited for: 64 times 1 ms, once each time the memory doubles. */
  private static final int PATIENCE = 64;

  private static final Cleaner CLEANER = Cleaner.create();
  private static final AtomicLong LIVE = new AtomicLong();
  private static final AtomicLong LIMIT = new AtomicLong(FLOOR);

  private OffHeap() {}

  /**
   * Zeroed memory of at least {@code bytes}, freed when nothing refers to it or its slices.
   *
   * @throws AnnotronException if the JVM may not take so much
   */
  static MemorySegment allocate(long bytes) {
    long size = Math.max(ALIGNMENT, aligned(bytes));
    if (LIVE.get() + size > LIMIT.get()) {
      collect(size);
    }
    MemorySegment memory = take(size);
    LIVE.addAndGet(size);
    // All slices share the scope, so it lives exactly as long as the memory.
    CLEANER.register(memory.scope(), new Release(size));
    return memory;
  }

  private static MemorySegment take(long size) {
    Optional<MemorySegment> pages = SystemPages.take(size);
    if (pages.isPresent()) {
      return pages.get();
    }
    try {
      return Arena.ofAuto().allocate(size, ALIGNMENT);
    } catch (OutOfMemoryError e) {
      long all = LIVE.get() + size;
      LIMIT.set(Math.max(FLOOR, 2 * LIVE.get()));
      throw new AnnotronException(
          MemoryLimit.message(
              "A network, together with the others that live,",
              all,
              "Smaller batches and layers need less."),
          e);
    }
  }

  /** The bytes that are allocated and not yet freed. */
  static long live() {
    return LIVE.get();
  }

  /** The least multiple of the alignment that is not below {@code bytes}. */
  static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
  }

  private static void collect(long size) {
    long target = LIVE.get() / 2;
    System.gc();
    for (int i = 0; i < PATIENCE && LIVE.get() > target; i++) {
      LockSupport.parkNanos(1_000_000);
    }
    LIMIT.set(Math.max(FLOOR, 2 * (LIVE.get() + size)));
  }

  private record Release(long size) implements Runnable {
    @Override
    public void run() {
      LIVE.addAndGet(-size);
    }
  }
}
