package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Floats in off-heap memory at an odd place, between guards that must not change: where a vector
 * would be misaligned, and a kernel that writes too far is noticed.
 */
record Tensor(MemorySegment segment, long at, int size) {
  private static final float GUARD = 12345.5f;
  private static final int GUARDS = 37;

  static Tensor of(int size, IntToDoubleFunction value) {
    MemorySegment segment = Arena.ofAuto().allocate(4L * (size + 2 * GUARDS), 64);
    for (int i = 0; i < size + 2 * GUARDS; i++) {
      segment.setAtIndex(JAVA_FLOAT, i, GUARD);
    }
    Tensor tensor = new Tensor(segment, GUARDS, size);
    for (int i = 0; i < size; i++) {
      tensor.set(i, (float) value.applyAsDouble(i));
    }
    return tensor;
  }

  static Tensor random(int size, long seed) {
    Random random = new Random(seed);
    return of(size, _ -> random.nextGaussian());
  }

  static Tensor empty(int size) {
    return of(size, _ -> Double.NaN);
  }

  Tensor copy() {
    return of(size, this::get);
  }

  float get(int i) {
    return segment.getAtIndex(JAVA_FLOAT, at + i);
  }

  void set(int i, float value) {
    segment.setAtIndex(JAVA_FLOAT, at + i, value);
  }

  /** Checks every value, with a tolerance relative to values above 1, and the guards. */
  void assertIs(IntToDoubleFunction expected, double tolerance) {
    for (int i = 0; i < size; i++) {
      double value = expected.applyAsDouble(i);
      if (Double.isNaN(value)) {
        assertThat(get(i)).as("element %d", i).isNaN();
      } else if (Double.isInfinite((float) value)) {
        assertThat(get(i)).as("element %d", i).isEqualTo((float) value);
      } else {
        double allowed = tolerance * Math.max(1, Math.abs(value));
        assertThat((double) get(i)).as("element %d", i).isCloseTo(value, within(allowed));
      }
    }
    assertGuards();
  }

  private void assertGuards() {
    for (int i = 0; i < GUARDS; i++) {
      assertThat(segment.getAtIndex(JAVA_FLOAT, i)).as("guard before").isEqualTo(GUARD);
      assertThat(segment.getAtIndex(JAVA_FLOAT, at + size + i)).as("guard").isEqualTo(GUARD);
    }
  }
}
