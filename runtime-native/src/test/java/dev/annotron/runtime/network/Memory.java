package dev.annotron.runtime.network;

import dev.annotron.runtime.kernel.JavaKernels;

/** The two kinds of memory, for tests that run over both. */
enum Memory {
  HEAP,
  OFF_HEAP;

  Engine<?> engine(Tiny tiny) {
    return engine(tiny, 7);
  }

  Engine<?> engine(Tiny tiny, long seed) {
    return this == HEAP
        ? Engine.onHeap(tiny.architecture(), new TinyProgram<>(tiny, Floats.HEAP), seed)
        : Engine.offHeap(
            tiny.architecture(), new TinyProgram<>(tiny, Floats.OFF_HEAP), new JavaKernels(), seed);
  }
}
