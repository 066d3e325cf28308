package dev.annotron.processor.numbers;

import dev.annotron.runtime.Model;
import dev.annotron.runtime.kernel.JavaKernels;
import dev.annotron.runtime.kernel.Kernels;
import dev.annotron.runtime.network.Architecture;
import dev.annotron.runtime.network.Engine;
import dev.annotron.runtime.network.Program;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/**
 * A generated class.
 *
 * @param plainKernels whether models take the kernels in plain Java, whatever this process chose
 */
record Network(Class<?> type, boolean plainKernels) {

  /** A freshly initialised model. */
  Model create(long seed) {
    try {
      return plainKernels
          ? withPlainKernels(seed)
          : (Model) type.getConstructor(long.class).newInstance(seed);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** A model from the annotated seed. */
  Model create() {
    try {
      return (Model) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** What the class tells the runtime. */
  Architecture architecture() {
    try {
      Field field = type.getDeclaredField("ARCHITECTURE");
      field.setAccessible(true);
      return (Architecture) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The same as the constructor, with other kernels: a process chooses its kernels once. */
  private Model withPlainKernels(long seed) throws ReflectiveOperationException {
    Architecture architecture = architecture();
    Class<?> code = type.getClassLoader().loadClass(type.getName() + "$Code");
    Constructor<?> constructor = code.getDeclaredConstructor(Kernels.class);
    constructor.setAccessible(true);
    Kernels kernels = new JavaKernels();
    @SuppressWarnings("unchecked")
    Program<MemorySegment> program = (Program<MemorySegment>) constructor.newInstance(kernels);
    return new EngineModel<>(architecture, Engine.offHeap(architecture, program, kernels, seed));
  }
}
