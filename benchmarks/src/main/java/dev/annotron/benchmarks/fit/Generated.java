package dev.annotron.benchmarks.fit;

import dev.annotron.runtime.Model;
import dev.annotron.runtime.kernel.Backend;
import dev.annotron.runtime.kernel.Kernels;
import dev.annotron.runtime.network.Architecture;
import dev.annotron.runtime.network.Program;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/**
 * What a generated class keeps to itself: its architecture and its computation. Users have no way
 * to these, and need none; a measurement of the bare step does.
 *
 * @param architecture shapes, layouts and options
 * @param program the computation, over memory outside the heap
 */
record Generated(Architecture architecture, Program<MemorySegment> program) {

  /** Those of a generated class whose network calls kernels. */
  static Generated of(Class<? extends Model> network) {
    try {
      Field architecture = network.getDeclaredField("ARCHITECTURE");
      architecture.setAccessible(true);
      Constructor<?> code =
          Class.forName(network.getName() + "$Code").getDeclaredConstructor(Kernels.class);
      code.setAccessible(true);
      @SuppressWarnings("unchecked") // what offHeap takes in the class's own constructor
      Program<MemorySegment> program = (Program<MemorySegment>) code.newInstance(Backend.kernels());
      return new Generated((Architecture) architecture.get(null), program);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(network + " is not as generated classes are", e);
    }
  }
}
