package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.call;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Memory in large pages of the system, for the runtime's large blocks outside the heap.
 *
 * <p>Java writes zeros to all that it allocates, and so asks for one page of 4 KB after another. In
 * some virtual machines each takes 10 µs: 0.5 s for the 188 MB of MNIST, which in pages of 2 MB,
 * zeros already, come in 20 ms. Kernels also find more of their memory in pages that the processor
 * remembers.
 *
 * <p>The JVM does not count this memory, so it has a budget of its own: half of what the heap may
 * take. What is beyond it, Java allocates and counts, as it does everything where native access is
 * not permitted, kernels are off, or the system is not Linux. The pages are those of the C library,
 * so {@link Backend} has no say and no library of ours is loaded for them.
 */
public final class SystemPages {
  private static final long LARGE_PAGE = 2 << 20;

  /** The least block. */
  private static final long LEAST = 2 * LARGE_PAGE;

  /**
   * The same while no native function was linked in this process, which takes 80 ms where small
   * pages for 20 MB do.
   */
  private static final long LEAST_OF_FIRST = 64L << 20;

  /** All blocks together. */
  static final long BUDGET = Runtime.getRuntime().maxMemory() / 2;

  /** No collection is asked for before so much was taken, or a quarter of the budget. */
  private static final long LEAST_COLLECTED = Math.max(BUDGET / 4, 128L << 20);

  /** How long a collection is waited for: so many times 1 ms. */
  private static final int PATIENCE = 200;

  /** Whether a native function was linked. */
  private static volatile boolean isLinked;

  private static final AtomicLong TAKEN = new AtomicLong();

  /** The least that {@link #TAKEN} was since the last collection. */
  private static final AtomicLong LEFT = new AtomicLong();

  private SystemPages() {}

  /** Functions of the C library, which ignore arguments beyond their parameters. */
  private static final class Library {
    private static final SymbolLookup FUNCTIONS = Linker.nativeLinker().defaultLookup();
    static final MemorySegment ALLOCATE = FUNCTIONS.findOrThrow("posix_memalign");
    static final MemorySegment ADVISE = FUNCTIONS.findOrThrow("madvise");
    static final MemorySegment FREE = FUNCTIONS.findOrThrow("free");

    /** Gives pages back; they are zeros when they come again. */
    static final int DONTNEED = 4;

    static final int HUGEPAGE = 14;

    private Library() {}
  }

  /**
   * Zeros from the beginning of a large page on, freed when nothing refers to them or to a slice of
   * them; empty for small blocks, and if the budget or the system has none.
   */
  public static Optional<MemorySegment> take(long bytes) {
    long least = isLinked ? LEAST : LEAST_OF_FIRST;
    return bytes < least || !isPermitted()
        ? Optional.empty()
        : Optional.ofNullable(takeWhole(bytes));
  }

  /** The same of any size, whether or not it is permitted; null if there are none. */
  static @Nullable MemorySegment takeWhole(long bytes) {
    if (bytes > BUDGET) {
      return null;
    }
    long size = (bytes + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    Block block = new Block(size);
    if (!block.reserve() && !(collect(size) && block.reserve())) {
      return null;
    }
    MemorySegment pages = null;
    try {
      pages = block.allocate();
      return pages == null ? null : pages.asSlice(0, bytes);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // Java has its own way to allocate, and its own words if that fails too.
      return null;
    } finally {
      if (pages == null) {
        block.release();
      }
    }
  }

  /** Says that a native function was linked. */
  static void setLinked() {
    isLinked = true;
  }

  /** The bytes that are taken and not yet freed, in whole pages. */
  static long taken() {
    return TAKEN.get();
  }

  private static boolean isPermitted() {
    return NativeLibrary.platform().startsWith("linux-")
        && SystemPages.class.getModule().isNativeAccessEnabled()
        && !"off".equals(System.getProperty(Settings.MODE));
  }

  /**
   * Asks for a collection if so much was taken since the last one that there may be garbage;
   * whether there may be enough now.
   */
  private static synchronized boolean collect(long size) {
    long taken = TAKEN.get();
    if (taken + size > BUDGET && taken - LEFT.get() >= LEAST_COLLECTED) {
      LEFT.set(taken); // what is freed from here on lowers it
      System.gc();
      for (int i = 0; i < PATIENCE && TAKEN.get() + size > BUDGET; i++) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    return TAKEN.get() + size <= BUDGET;
  }

  /** What is counted and freed together, once, whatever fails between. */
  private static final class Block {
    private final long size;
    private final AtomicBoolean isReserved = new AtomicBoolean();
    private volatile long address;

    Block(long size) {
      this.size = size;
    }

    boolean reserve() {
      long taken;
      do {
        taken = TAKEN.get();
        if (taken + size > BUDGET) {
          return false;
        }
      } while (!TAKEN.compareAndSet(taken, taken + size));
      isReserved.set(true);
      return true;
    }

    /** Null if the system has no memory. The block belongs to an arena before it has any. */
    @SuppressWarnings("restricted") // only reached where the JVM permits native access
    @Nullable MemorySegment allocate() {
      Arena arena = Arena.ofAuto();
      MemorySegment place =
          arena.allocate(ValueLayout.JAVA_LONG).reinterpret(arena, _ -> release());
      if (call(Library.ALLOCATE, place.address(), LARGE_PAGE, size, 0, 0, 0, 0) != 0) {
        return null;
      }
      address = place.get(ValueLayout.JAVA_LONG, 0);
      MemorySegment pages = MemorySegment.ofAddress(address).reinterpret(size, arena, null);
      // It may have been used before. Where zeros are not given for it, this byte tells.
      pages.set(ValueLayout.JAVA_BYTE, size - 1, (byte) 1);
      advise(Library.DONTNEED);
      advise(Library.HUGEPAGE); // a wish: small pages hold the same
      return pages.get(ValueLayout.JAVA_BYTE, size - 1) == 0 ? pages : pages.fill((byte) 0);
    }

    private void advise(int advice) {
      call(Library.ADVISE, address, size, advice, 0, 0, 0, 0);
    }

    void release() {
      if (!isReserved.getAndSet(false)) {
        return;
      }
      if (address != 0) {
        advise(Library.DONTNEED); // the C library may keep it, but not full
        call(Library.FREE, address, 0, 0, 0, 0, 0, 0);
      }
      long taken = TAKEN.addAndGet(-size);
      long left;
      do {
        left = LEFT.get();
      } while (taken < left && !LEFT.compareAndSet(left, taken));
    }
  }
}
