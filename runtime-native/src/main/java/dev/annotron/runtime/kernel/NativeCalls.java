package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The way into the native library. Its functions have the same parameters, used or not: four
 * addresses, four whole numbers, four real ones; so one handle serves them all, which saves ten
 * milliseconds of start-up for every further one. Those that need more have {@link WideCalls}.
 */
final class NativeCalls {
  /** What the functions return; numbered as {@code Status} in status.h. */
  static final int OK = 0;

  static final int BAD_LABEL = 4;

  static final int NEEDS_BLAS = 6;

  private static final int DESCRIPTION_SIZE = 512;

  private static final MethodHandle CALL = link();

  static {
    SystemPages.setLinked();
  }

  private NativeCalls() {}

  @SuppressWarnings("restricted") // only reached where the JVM permits native access
  private static MethodHandle link() {
    return Linker.nativeLinker()
        .downcallHandle(
            FunctionDescriptor.of(
                JAVA_INT,
                JAVA_LONG,
                JAVA_LONG,
                JAVA_LONG,
                JAVA_LONG,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_FLOAT,
                JAVA_FLOAT,
                JAVA_FLOAT,
                JAVA_FLOAT));
  }

  /** The function's address. */
  static MemorySegment find(SymbolLookup library, String name) {
    Optional<MemorySegment> found = library.find("annotron_".concat(name));
    if (found.isEmpty()) {
      throw new NativeLibraryException(
          "the native library lacks the function '%s': it belongs to another version of Annotron"
              .formatted(name));
    }
    return found.get();
  }

  /** Calls a function that takes a description's place and size, as {@code annotron_describe}. */
  static String text(MemorySegment function, MemorySegment buffer) {
    call(function, 0, 0, 0, buffer.address(), DESCRIPTION_SIZE, 0, 0);
    return buffer.getString(0);
  }

  /** The bytes that {@link #text} needs. */
  static int textSize() {
    return DESCRIPTION_SIZE;
  }

  /** The address of a float in an off-heap segment. */
  static long address(MemorySegment segment, long at) {
    if (!segment.isNative()) {
      throw new IllegalArgumentException(
          "native kernels need off-heap memory, found a segment over a Java array; allocate it from"
              + " an Arena or use JavaKernels");
    }
    return segment.address() + at * Float.BYTES;
  }

  /** Calls a function that uses three whole numbers, and returns its status. */
  static int call(MemorySegment function, long a, long b, long c, long d, int i, int j, int k) {
    return call(function, a, b, c, d, i, j, k, 0, 0, 0, 0, 0);
  }

  /** Calls a function and returns its status. */
  static int call(
      MemorySegment function,
      long a,
      long b,
      long c,
      long d,
      int i,
      int j,
      int k,
      int l,
      float p,
      float q,
      float r,
      float s) {
    try {
      return (int) CALL.invokeExact(function, a, b, c, d, i, j, k, l, p, q, r, s);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a native call threw a checked exception", e);
    }
  }

  /** Throws unless a status is {@link #OK}. */
  static void check(int status) {
    if (status != OK) {
      throw new NativeLibraryException(
          "a native kernel refused its arguments with status %d; this is a bug of Annotron"
              .formatted(status));
    }
  }
}
