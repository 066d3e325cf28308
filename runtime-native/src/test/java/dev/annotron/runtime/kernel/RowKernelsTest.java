package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples that are read where a data set has them, against the same in one piece. */
class RowKernelsTest {
  /** Of sums of normal numbers in float, in another order. */
  private static final double TOLERANCE = 1e-4;

  static Stream<Implementation> implementations() {
    return Implementation.all().filter(i -> i.kernels() instanceof NativeKernels);
  }

  static Stream<Arguments> sizes() {
    return DenseKernelsTest.sizes()
        .filter(arguments -> implementations().anyMatch(i -> i.equals(arguments.get()[0])));
  }

  /** Rows of a data set, some of them more than once, and the same in one piece. */
  private record Batch(Tensor gathered, RowKernels kernels, MemorySegment x) {
    static Batch of(Kernels kernels, int rows, int in, Tensor all) {
      int count = all.size() / in;
      MemorySegment block = all.segment().asSlice(4 * all.at(), 4L * count * in);
      MemorySegment list = Arena.ofAuto().allocate(8L * rows + 8, 64);
      RowKernels reading = kernels.rows(block, in, list).orElseThrow();
      Tensor gathered = Tensor.empty(rows * in);
      Random random = new Random(2);
      for (int i = 0; i < rows; i++) {
        int row = random.nextInt(count);
        reading.take(i, row);
        for (int j = 0; j < in; j++) {
          gathered.set(i * in + j, all.get(row * in + j));
        }
      }
      return new Batch(gathered, reading, MemorySegment.NULL);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void layersGiveWhatTheyGiveOfGatheredRows(
      Implementation implementation, int rows, int in, int units) {
    Kernels kernels = implementation.ready();
    Batch batch = Batch.of(kernels, rows, in, Tensor.random((rows / 2 + 2) * in, 1));
    Tensor w = Tensor.random(in * units + units, 3);
    Tensor y = Tensor.empty(rows * units);
    Tensor expected = Tensor.empty(rows * units);
    dense(batch.kernels(), batch.x(), 0, w, y, rows, in, units);
    dense(kernels, batch.gathered().segment(), batch.gathered().at(), w, expected, rows, in, units);
    y.assertIs(expected::get, TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void kernelGradientsAreThoseOfGatheredRows(
      Implementation implementation, int rows, int in, int units) {
    Kernels kernels = implementation.ready();
    Batch batch = Batch.of(kernels, rows, in, Tensor.random((rows / 2 + 2) * in, 4));
    Tensor dy = Tensor.random(rows * units, 5);
    Tensor dw = Tensor.empty(in * units);
    Tensor expected = Tensor.empty(in * units);
    gradient(batch.kernels(), batch.x(), 0, dy, dw, rows, in, units);
    Tensor x = batch.gathered();
    gradient(kernels, x.segment(), x.at(), dy, expected, rows, in, units);
    dw.assertIs(expected::get, TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void kernelStepsAreThoseOfGatheredRows(
      Implementation implementation, int rows, int in, int units) {
    Kernels kernels = implementation.ready();
    Batch batch = Batch.of(kernels, rows, in, Tensor.random((rows / 2 + 2) * in, 4));
    Tensor dy = Tensor.random(rows * units, 5);
    Tensor w = Tensor.random(in * units, 6);
    Tensor expected = w.copy();
    step(batch.kernels(), batch.x(), 0, dy, w, rows, in, units);
    Tensor x = batch.gathered();
    step(kernels, x.segment(), x.at(), dy, expected, rows, in, units);
    w.assertIs(expected::get, TOLERANCE);
  }

  /** Too little work for two threads, so that the same sums are added up in the same order. */
  @ParameterizedTest
  @MethodSource("implementations")
  void undividedLayersHaveTheSameBits(Implementation implementation) {
    Kernels kernels = implementation.ready();
    int rows = 19;
    int in = 133;
    int units = 66;
    Batch batch = Batch.of(kernels, rows, in, Tensor.random(40 * in, 6));
    Tensor x = batch.gathered();
    Tensor w = Tensor.random(in * units + units, 7);
    Tensor y = Tensor.empty(rows * units);
    Tensor same = Tensor.empty(rows * units);
    dense(batch.kernels(), batch.x(), 0, w, y, rows, in, units);
    dense(kernels, x.segment(), x.at(), w, same, rows, in, units);
    y.assertIs(same::get, 0);
    Tensor dw = Tensor.empty(in * units);
    Tensor sameGradient = Tensor.empty(in * units);
    gradient(batch.kernels(), batch.x(), 0, y, dw, rows, in, units);
    gradient(kernels, x.segment(), x.at(), y, sameGradient, rows, in, units);
    dw.assertIs(sameGradient::get, 0);
  }

  /** So large that OpenBLAS computes it, of numbers whose sums are exact. */
  @ParameterizedTest
  @MethodSource("implementations")
  void largeLayersGatherTheRows(Implementation implementation) {
    Kernels kernels = implementation.ready();
    int rows = 1025;
    int in = 1030;
    int units = 1027;
    Batch batch = Batch.of(kernels, rows, in, Tensor.of(7 * in, i -> i / in + 1));
    Tensor w = Tensor.of(in * units + units, i -> i < in * units ? i % units % 5 + 1 : 0);
    Tensor y = Tensor.empty(rows * units);
    dense(batch.kernels(), batch.x(), 0, w, y, rows, in, units);
    y.assertIs(i -> in * batch.gathered().get(i / units * in) * (i % units % 5 + 1), 0);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void takesNoRows(Implementation implementation) {
    Batch batch = Batch.of(implementation.ready(), 0, 5, Tensor.random(10, 8));
    Tensor nothing = Tensor.empty(0);
    Tensor w = Tensor.random(42, 9);
    Tensor dw = Tensor.random(35, 10);
    dense(batch.kernels(), batch.x(), 0, w, nothing, 0, 5, 7);
    gradient(batch.kernels(), batch.x(), 0, nothing, dw, 0, 5, 7);
    nothing.assertIs(_ -> 0, 0);
    dw.assertIs(_ -> 0, 0);
  }

  @Test
  void refusesRowsAndSizesThatItWasNotMadeFor() {
    Kernels kernels = Implementation.NATIVE;
    RowKernels reading = Batch.of(kernels, 3, 5, Tensor.random(20, 11)).kernels();
    assertThatThrownBy(() -> reading.take(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> reading.take(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> reading.take(4, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    Tensor y = Tensor.empty(100);
    assertThatThrownBy(() -> gradient(reading, MemorySegment.NULL, 0, y, y, 5, 5, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a layer of 5 samples of 5 floats; expected at most 4 of 5, as the rows were made for");
    assertThatThrownBy(() -> gradient(reading, MemorySegment.NULL, 0, y, y, 3, 6, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void plainJavaWantsBatchesInOnePiece() {
    MemorySegment block = Tensor.random(20, 12).segment();
    assertThat(new JavaKernels().rows(block, 5, block)).isEmpty();
  }

  private static void dense(
      InputKernels kernels,
      MemorySegment x,
      long xAt,
      Tensor w,
      Tensor y,
      int rows,
      int in,
      int units) {
    long bias = w.at() + (long) in * units;
    kernels.dense(
        x, xAt, w.segment(), w.at(), bias, y.segment(), y.at(), rows, in, units, Function.RELU, 0);
  }

  private static void gradient(
      InputKernels kernels,
      MemorySegment x,
      long xAt,
      Tensor dy,
      Tensor dw,
      int rows,
      int in,
      int units) {
    kernels.denseKernelGradient(
        x, xAt, dy.segment(), dy.at(), dw.segment(), dw.at(), rows, in, units);
  }

  private static void step(
      InputKernels kernels,
      MemorySegment x,
      long xAt,
      Tensor dy,
      Tensor w,
      int rows,
      int in,
      int units) {
    MemorySegment room = Tensor.empty(in * units).segment();
    kernels.denseKernelStep(
        x, xAt, dy.segment(), dy.at(), room, w.segment(), w.at(), rows, in, units, 0.1f);
  }
}
