package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** {@link ElementKernels} in plain Java. */
interface JavaElements extends ElementKernels {

  @Override
  default void combine(
      Combination how,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment y,
      long yAt,
      int count) {
    for (int i = 0; i < count; i++) {
      y.setAtIndex(
          JAVA_FLOAT,
          yAt + i,
          how.of(a.getAtIndex(JAVA_FLOAT, aAt + i), b.getAtIndex(JAVA_FLOAT, bAt + i)));
    }
  }

  @Override
  default void choose(
      Combination how,
      boolean first,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int count) {
    for (int i = 0; i < count; i++) {
      float left = a.getAtIndex(JAVA_FLOAT, aAt + i);
      float right = b.getAtIndex(JAVA_FLOAT, bAt + i);
      float slope = dy.getAtIndex(JAVA_FLOAT, dyAt + i);
      dx.setAtIndex(JAVA_FLOAT, dxAt + i, how.takesFirst(left, right) == first ? slope : 0);
    }
  }

  @Override
  default void affine(
      float factor, float offset, MemorySegment x, long xAt, MemorySegment y, long yAt, int count) {
    for (int i = 0; i < count; i++) {
      y.setAtIndex(JAVA_FLOAT, yAt + i, factor * x.getAtIndex(JAVA_FLOAT, xAt + i) + offset);
    }
  }

  @Override
  default void scale(
      MemorySegment x,
      long xAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns) {
    for (int row = 0; row < rows; row++) {
      long at = (long) row * columns;
      for (int j = 0; j < columns; j++) {
        float value = x.getAtIndex(JAVA_FLOAT, xAt + at + j);
        y.setAtIndex(JAVA_FLOAT, yAt + at + j, value * factor.getAtIndex(JAVA_FLOAT, factorAt + j));
      }
    }
  }

  @Override
  default void scaleGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dFactor,
      long dFactorAt,
      int rows,
      int columns) {
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (long at = j; at < (long) rows * columns; at += columns) {
        sum += x.getAtIndex(JAVA_FLOAT, xAt + at) * dy.getAtIndex(JAVA_FLOAT, dyAt + at);
      }
      dFactor.setAtIndex(JAVA_FLOAT, dFactorAt + j, (float) sum);
    }
  }

  @Override
  default void prelu(
      MemorySegment x,
      long xAt,
      MemorySegment alpha,
      long alphaAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns) {
    for (int row = 0; row < rows; row++) {
      long at = (long) row * columns;
      for (int j = 0; j < columns; j++) {
        float value = x.getAtIndex(JAVA_FLOAT, xAt + at + j);
        float slope = alpha.getAtIndex(JAVA_FLOAT, alphaAt + j);
        y.setAtIndex(JAVA_FLOAT, yAt + at + j, value > 0 ? value : value * slope);
      }
    }
  }

  @Override
  default void preluGradient(
      MemorySegment x,
      long xAt,
      MemorySegment alpha,
      long alphaAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    for (int row = 0; row < rows; row++) {
      long at = (long) row * columns;
      for (int j = 0; j < columns; j++) {
        boolean positive = x.getAtIndex(JAVA_FLOAT, xAt + at + j) > 0;
        float d = dy.getAtIndex(JAVA_FLOAT, dyAt + at + j);
        float slope = alpha.getAtIndex(JAVA_FLOAT, alphaAt + j);
        dx.setAtIndex(JAVA_FLOAT, dxAt + at + j, positive ? d : d * slope);
      }
    }
  }

  @Override
  default void preluSlopeGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dAlpha,
      long dAlphaAt,
      int rows,
      int columns) {
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (long at = j; at < (long) rows * columns; at += columns) {
        float value = x.getAtIndex(JAVA_FLOAT, xAt + at);
        sum += value > 0 ? 0 : value * dy.getAtIndex(JAVA_FLOAT, dyAt + at);
      }
      dAlpha.setAtIndex(JAVA_FLOAT, dAlphaAt + j, (float) sum);
    }
  }

  @Override
  default void repeat(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int times, int inner) {
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < times; i++) {
        long to = yAt + ((long) block * times + i) * inner;
        for (int j = 0; j < inner; j++) {
          y.setAtIndex(
              JAVA_FLOAT, to + j, x.getAtIndex(JAVA_FLOAT, xAt + (long) block * inner + j));
        }
      }
    }
  }

  @Override
  default void sumRepeats(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int times, int inner) {
    for (int block = 0; block < blocks; block++) {
      for (int j = 0; j < inner; j++) {
        double sum = 0;
        for (int i = 0; i < times; i++) {
          sum += x.getAtIndex(JAVA_FLOAT, xAt + ((long) block * times + i) * inner + j);
        }
        y.setAtIndex(JAVA_FLOAT, yAt + (long) block * inner + j, (float) sum);
      }
    }
  }
}
