package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A second way into the native library, for kernels with many operands or sizes: six addresses,
 * eight whole numbers, two real ones. Only networks that have such kernels pay for linking it.
 */
final class WideCalls {
  private static final MethodHandle CALL = link();

  private WideCalls() {}

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
                JAVA_LONG,
                JAVA_LONG,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_FLOAT,
                JAVA_FLOAT));
  }

  /** Calls a function and returns its status. */
  static int call(
      MemorySegment function,
      long a,
      long b,
      long c,
      long d,
      long e,
      long f,
      int i,
      int j,
      int k,
      int l,
      int m,
      int n,
      int o,
      int p,
      float q,
      float r) {
    try {
      return (int) CALL.invokeExact(function, a, b, c, d, e, f, i, j, k, l, m, n, o, p, q, r);
    } catch (RuntimeException | Error exception) {
      throw exception;
    } catch (Throwable exception) {
      throw new IllegalStateException("a native call threw a checked exception", exception);
    }
  }
}
