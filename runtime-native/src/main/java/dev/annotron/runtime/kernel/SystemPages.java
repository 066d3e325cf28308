package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.call;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
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

  /** How long a collection is waited for: so many times 1 ms. */
  private static final int PATIENCE = 64;

  /** Whether a native function was linked. */
  private static volatile boolean isLinked;

  private static final AtomicLong TAKEN = new AtomicLong();

  /** The least that {@link #TAKEN} was since the last collection. */
  private static final AtomicLong LEFT = new AtomicLong();

  private SystemPages() {}

  /** Functions of the C library, which ignore the parameters that they do not have. */
  private static final class Library {
    private static final SymbolLookup FUNCTIONS = Linker.nativeLinker().defaultLookup();
    static final MemorySegment ALLOCATE = FUNCTIONS.findOrThrow("posix_memalign");
    static final MemorySegment ADVISE = FUNCTIONS.findOrThrow("madvise");
    static final MemorySegment FREE = FUNCTIONS.findOrThrow("free");

    /** What was there before is zeros from now on. */
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
    if (!reserve(size) && !(collect(size) && reserve(size))) {
      return null;
    }
    MemorySegment pages = null;
    try {
      pages = allocate(size);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // Java has its own way to allocate, and its own words if that fails too.
      return null;
    } finally {
      if (pages == null) {
        TAKEN.addAndGet(-size);
      }
    }
    return pages == null ? null : pages.asSlice(0, bytes);
  }

  /** Says that a native function was linked. */
  static void setLinked() {
    isLinked = true;
  }

  /** The bytes that are taken and not yet freed, in whole pages. */
  static long taken() {
    return TAKEN.get();
  }

  /** Elsewhere functions may mind parameters that they do not have. */
  private static boolean isPermitted() {
    return NativeLibrary.platform().startsWith("linux-")
        && SystemPages.class.getModule().isNativeAccessEnabled()
        && !"off".equals(System.getProperty(Settings.MODE));
  }

  private static boolean reserve(long size) {
    boolean fits = TAKEN.addAndGet(size) <= BUDGET;
    if (!fits) {
      TAKEN.addAndGet(-size);
    }
    return fits;
  }

  /**
   * Asks for a collection if a quarter of the budget was taken since the last one, and so may be
   * garbage; whether there may be enough now.
   */
  private static synchronized boolean collect(long size) {
    if (TAKEN.get() + size > BUDGET && TAKEN.get() - LEFT.get() >= BUDGET / 4) {
      System.gc();
      for (int i = 0; i < PATIENCE && TAKEN.get() + size > BUDGET; i++) {
        LockSupport.parkNanos(1_000_000);
      }
      LEFT.set(TAKEN.get());
    }
    return TAKEN.get() + size <= BUDGET;
  }

  @SuppressWarnings("restricted") // only reached where the JVM permits native access
  private static @Nullable MemorySegment allocate(long size) {
    Arena arena = Arena.ofAuto();
    MemorySegment place = arena.allocate(ValueLayout.JAVA_LONG);
    if (call(Library.ALLOCATE, place.address(), LARGE_PAGE, size, 0, 0, 0, 0) != 0) {
      return null;
    }
    long address = place.get(ValueLayout.JAVA_LONG, 0);
    MemorySegment pages;
    try {
      pages =
          MemorySegment.ofAddress(address)
              .reinterpret(size, arena, memory -> free(memory.address(), size));
    } catch (Throwable e) {
      call(Library.FREE, address, 0, 0, 0, 0, 0, 0);
      throw e;
    }
    // What it makes of the second is the system's affair: small pages hold the same.
    boolean isZero = call(Library.ADVISE, address, size, Library.DONTNEED, 0, 0, 0, 0) == 0;
    call(Library.ADVISE, address, size, Library.HUGEPAGE, 0, 0, 0, 0);
    return isZero ? pages : pages.fill((byte) 0);
  }

  private static void free(long address, long size) {
    call(Library.FREE, address, 0, 0, 0, 0, 0, 0);
    LEFT.accumulateAndGet(TAKEN.addAndGet(-size), Math::min);
  }
}
