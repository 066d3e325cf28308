package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels that move values, by the place where each value came from. */
class ShapeKernelsTest {
  static Stream<Implementation> implementations() {
    return Implementation.all();
  }

  static Stream<Arguments> sizes() {
    List<int[]> sizes =
        List.of(
            new int[] {1, 1, 1, 1},
            new int[] {1, 3, 5, 1},
            new int[] {4, 2, 1, 7},
            new int[] {2, 7, 3, 1},
            new int[] {3, 5, 11, 19},
            new int[] {1, 28, 64, 2});
    return Implementation.all()
        .flatMap(i -> sizes.stream().map(s -> Arguments.of(i, s[0], s[1], s[2], s[3])));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void swaps(Implementation implementation, int blocks, int a, int b, int inner) {
    Tensor x = Tensor.of(blocks * a * b * inner, i -> i);
    Tensor y = Tensor.empty(x.size());
    implementation.ready().swap(x.segment(), x.at(), y.segment(), y.at(), blocks, a, b, inner);
    y.assertIs(
        i -> {
          int within = i / inner % (a * b);
          int from = (i / inner / (a * b) * a + within % a) * b + within / a;
          return from * inner + i % inner;
        },
        0);
  }

  /** The first batch is divided by numbers, the second by samples. */
  @ParameterizedTest
  @MethodSource("implementations")
  void gathersPartsOfRows(Implementation implementation) {
    for (int[] size : new int[][] {{40, 1000, 17, 900}, {500, 90, 0, 90}, {1, 3, 1, 2}}) {
      int rows = size[0];
      int width = size[1];
      int column = size[2];
      int count = size[3];
      Tensor x = Tensor.of((rows + 1) * width, i -> i);
      MemorySegment samples = Arena.ofAuto().allocate(JAVA_LONG, rows);
      for (int i = 0; i < rows; i++) {
        samples.setAtIndex(JAVA_LONG, i, rows - i);
      }
      MemorySegment from = x.segment().asSlice(x.at() * Float.BYTES);
      Tensor y = Tensor.empty(rows * count);
      implementation.ready().gather(from, samples, y.segment(), y.at(), rows, width, column, count);
      y.assertIs(i -> (rows - i / count) * width + column + i % count, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void pads(Implementation implementation, int blocks, int width, int before, int after) {
    Tensor x = Tensor.of(blocks * width, i -> i + 1);
    int padded = before + width + after;
    Tensor y = Tensor.empty(blocks * padded);
    implementation
        .ready()
        .pad(x.segment(), x.at(), y.segment(), y.at(), blocks, width, before, after);
    y.assertIs(
        i -> {
          int column = i % padded - before;
          return column < 0 || column >= width ? 0 : i / padded * width + column + 1;
        },
        0);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void padsNothing(Implementation implementation, int blocks, int width, int b, int inner) {
    Tensor x = Tensor.of(blocks * width * b * inner, i -> i);
    Tensor y = Tensor.empty(x.size());
    implementation
        .ready()
        .pad(x.segment(), x.at(), y.segment(), y.at(), blocks, width * b * inner, 0, 0);
    y.assertIs(i -> i, 0);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void reverses(Implementation implementation, int blocks, int length, int b, int inner) {
    int run = b * inner;
    Tensor x = Tensor.of(blocks * length * run, i -> i);
    Tensor y = Tensor.empty(x.size());
    implementation.ready().reverse(x.segment(), x.at(), y.segment(), y.at(), blocks, length, run);
    y.assertIs(
        i -> {
          int step = i / run % length;
          return i + (length - 1 - 2 * step) * run;
        },
        0);
  }
}
