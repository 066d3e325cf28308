package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** {@link RandomKernels} in plain Java. */
interface JavaRandoms extends RandomKernels {

  @Override
  default void dropout(
      long draw,
      int salt,
      float rate,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int rows,
      int size,
      int channels) {
    long key = Chance.key(draw, salt);
    int threshold = Chance.threshold(rate);
    float scale = Chance.scale(rate);
    for (int row = 0; row < rows; row++) {
      for (int first = 0; first < size; first += channels) {
        long at = (long) row * size + first;
        for (int j = 0; j < channels; j++) {
          float factor = Chance.factor(key, row * channels + j, threshold, scale);
          y.setAtIndex(JAVA_FLOAT, yAt + at + j, x.getAtIndex(JAVA_FLOAT, xAt + at + j) * factor);
        }
      }
    }
  }

  @Override
  default void noise(
      long draw,
      int salt,
      float deviation,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int count) {
    long key = Chance.key(draw, salt);
    for (int i = 0; i < count; i++) {
      float value = x.getAtIndex(JAVA_FLOAT, xAt + i);
      y.setAtIndex(JAVA_FLOAT, yAt + i, value + deviation * Chance.normal(key, i));
    }
  }
}
