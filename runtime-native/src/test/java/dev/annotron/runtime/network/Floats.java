package dev.annotron.runtime.network;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * One way to reach single floats, so that a hand-written program runs over both kinds of memory.
 */
interface Floats<S> {
  Floats<float[]> HEAP =
      new Floats<>() {
        @Override
        public float get(float[] memory, int at) {
          return memory[at];
        }

        @Override
        public void set(float[] memory, int at, float value) {
          memory[at] = value;
        }
      };

  Floats<MemorySegment> OFF_HEAP =
      new Floats<>() {
        @Override
        public float get(MemorySegment memory, int at) {
          return memory.getAtIndex(ValueLayout.JAVA_FLOAT, at);
        }

        @Override
        public void set(MemorySegment memory, int at, float value) {
          memory.setAtIndex(ValueLayout.JAVA_FLOAT, at, value);
        }
      };

  float get(S memory, int at);

  void set(S memory, int at, float value);
}
