package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DenseKernelsTest {
  /** Of sums of normal numbers in float, one after another. */
  private static double tolerance(int depth) {
    return depth > 1000 ? 1e-4 : 5e-5;
  }

  static Stream<Arguments> sizes() {
    List<int[]> sizes =
        List.of(
            new int[] {1, 1, 1},
            new int[] {1, 2, 3},
            new int[] {1, 31, 8},
            new int[] {1, 67, 50},
            new int[] {1, 131, 67},
            new int[] {1, 9, 131},
            new int[] {1, 130, 200},
            // One row, over a kernel that is read as one stream of vectors.
            new int[] {1, 784, 50},
            new int[] {1, 200, 2},
            new int[] {1, 213, 3},
            new int[] {1, 192, 10},
            new int[] {1, 333, 17},
            new int[] {1, 255, 24},
            new int[] {1, 401, 131},
            new int[] {1, 193, 511},
            new int[] {213, 50, 1},
            new int[] {2, 3, 1},
            new int[] {3, 131, 1},
            new int[] {7, 1, 9},
            new int[] {8, 7, 2},
            new int[] {9, 33, 31},
            new int[] {31, 8, 33},
            new int[] {33, 67, 7},
            new int[] {67, 131, 3},
            new int[] {5, 300, 521},
            new int[] {32, 784, 50},
            // Divided among threads by inputs, and by samples.
            new int[] {67, 700, 131},
            new int[] {33, 403, 520},
            // By inputs, of more samples than are added up at once.
            new int[] {140, 300, 280},
            new int[] {300, 40, 70},
            new int[] {300, 7, 400},
            new int[] {1, 700, 810},
            // Rows that share lines of a cache, and a depth in several pieces.
            new int[] {70, 1024, 130},
            new int[] {70, 130, 1024},
            new int[] {9, 1300, 40},
            // Such rows, read where they lie beside all panels: forward, and of the input gradient.
            new int[] {130, 1024, 70},
            new int[] {70, 300, 1024},
            // A depth in one piece or more, with all panels of listed rows in reach of few samples
            // and of many.
            new int[] {37, 1250, 53},
            new int[] {67, 1250, 53},
            new int[] {65, 2300, 75},
            // Gradients that are computed turned, by inputs and by samples, of panels and a rest.
            new int[] {140, 500, 50},
            new int[] {270, 241, 60},
            new int[] {600, 410, 101},
            // Last columns that fill a quarter of a vector at most, and too little work for that.
            new int[] {40, 60, 17},
            new int[] {41, 301, 18},
            new int[] {66, 530, 35},
            new int[] {130, 65, 52},
            new int[] {7, 90, 17},
            new int[] {1030, 50, 34});
    return Implementation.all()
        .flatMap(i -> sizes.stream().map(s -> Arguments.of(i, s[0], s[1], s[2])));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void multipliesAddsTheBiasAndAppliesTheFunction(
      Implementation implementation, int rows, int in, int units) {
    Tensor x = Tensor.random(rows * in, 1);
    Tensor w = Tensor.random(in * units + units, 2);
    for (Function function : List.of(Function.LINEAR, Function.TANH, Function.LEAKY_RELU)) {
      for (boolean biased : new boolean[] {true, false}) {
        Tensor y = Tensor.empty(rows * units);
        implementation
            .ready()
            .dense(
                x.segment(),
                x.at(),
                w.segment(),
                w.at(),
                biased ? w.at() + in * units : -1,
                y.segment(),
                y.at(),
                rows,
                in,
                units,
                function,
                0.3f);
        y.assertIs(
            i -> {
              double sum = biased ? w.get(in * units + i % units) : 0;
              for (int k = 0; k < in; k++) {
                sum += (double) x.get(i / units * in + k) * w.get(k * units + i % units);
              }
              return function == Function.TANH
                  ? Math.tanh(sum)
                  : function == Function.LINEAR || sum > 0 ? sum : 0.3f * sum;
            },
            tolerance(in));
      }
    }
  }

  static Stream<Implementation> implementations() {
    return Implementation.all();
  }

  /** Those that surely multiply and add in one instruction. */
  static Stream<Implementation> fusing() {
    return Implementation.all().filter(i -> i.instructionSet().startsWith("avx"));
  }

  /** A batch without samples changes nothing, and the kernel's gradient by it is 0. */
  @ParameterizedTest
  @MethodSource("implementations")
  void takesNoRows(Implementation implementation) {
    Tensor nothing = Tensor.empty(0);
    Tensor w = Tensor.random(35, 1);
    Tensor gradient = Tensor.random(35, 2);
    Kernels kernels = implementation.ready();
    MemorySegment x = nothing.segment();
    long at = nothing.at();
    kernels.dense(x, at, w.segment(), w.at(), -1, x, at, 0, 5, 7, Function.RELU, 0);
    kernels.denseInputGradient(x, at, w.segment(), w.at(), x, at, 0, 5, 7);
    kernels.denseKernelGradient(x, at, x, at, gradient.segment(), gradient.at(), 0, 5, 7);
    Tensor before = w.copy();
    Tensor room = Tensor.empty(35);
    kernels.denseKernelStep(x, at, x, at, room.segment(), w.segment(), w.at(), 0, 5, 7, 2);
    nothing.assertIs(_ -> 0, 0);
    gradient.assertIs(_ -> 0, 0);
    w.assertIs(before::get, 0);
  }

  /** So large that operands are copied piece by piece, of numbers whose sums are exact. */
  @ParameterizedTest
  @MethodSource("implementations")
  void multipliesLargeMatrices(Implementation implementation) {
    int rows = 1025;
    int in = 1030;
    int units = 1027;
    Tensor x = Tensor.of(rows * in, i -> i / in % 3 + 1);
    Tensor w = Tensor.of(in * units, i -> i % units % 5 + 1);
    Tensor y = Tensor.empty(rows * units);
    implementation
        .ready()
        .dense(
            x.segment(),
            x.at(),
            w.segment(),
            w.at(),
            -1,
            y.segment(),
            y.at(),
            rows,
            in,
            units,
            Function.LINEAR,
            0);
    y.assertIs(i -> in * (i / units % 3 + 1) * (i % units % 5 + 1), 0);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void inputGradientIsTheProductWithTheTransposedKernel(
      Implementation implementation, int rows, int in, int units) {
    Tensor dy = Tensor.random(rows * units, 3);
    Tensor w = Tensor.random(in * units, 4);
    Tensor dx = Tensor.empty(rows * in);
    implementation
        .ready()
        .denseInputGradient(
            dy.segment(), dy.at(), w.segment(), w.at(), dx.segment(), dx.at(), rows, in, units);
    dx.assertIs(
        i -> {
          double sum = 0;
          for (int j = 0; j < units; j++) {
            sum += (double) dy.get(i / in * units + j) * w.get(i % in * units + j);
          }
          return sum;
        },
        tolerance(units));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void kernelGradientIsTheTransposedInputTimesTheOutputGradient(
      Implementation implementation, int rows, int in, int units) {
    Tensor x = Tensor.random(rows * in, 5);
    Tensor dy = Tensor.random(rows * units, 6);
    Tensor dKernel = Tensor.empty(in * units);
    implementation
        .ready()
        .denseKernelGradient(
            x.segment(),
            x.at(),
            dy.segment(),
            dy.at(),
            dKernel.segment(),
            dKernel.at(),
            rows,
            in,
            units);
    dKernel.assertIs(i -> kernelGradient(x, dy, rows, in, units, i), tolerance(rows));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void kernelStepTakesTheGradientTimesTheRate(
      Implementation implementation, int rows, int in, int units) {
    Tensor x = Tensor.random(rows * in, 5);
    Tensor dy = Tensor.random(rows * units, 6);
    Tensor w = Tensor.random(in * units, 9);
    Tensor before = w.copy();
    step(implementation, x, dy, w, rows, in, units, 0.25f);
    w.assertIs(
        i -> before.get(i) - 0.25 * kernelGradient(x, dy, rows, in, units, i), tolerance(rows));
    Tensor again = before.copy();
    step(implementation, x, dy, again, rows, in, units, 0.25f);
    again.assertIs(w::get, 0);
  }

  /** Samples together move a weight by 1.55 of its last place, and no part of them would. */
  @ParameterizedTest
  @MethodSource("sizes")
  void kernelStepRoundsAWeightOnce(Implementation implementation, int rows, int in, int units) {
    Tensor x = Tensor.of(rows * in, _ -> 1);
    Tensor dy = Tensor.of(rows * units, _ -> 1);
    Tensor w = Tensor.of(in * units, _ -> 1);
    float rate = (float) (1.55 * Math.ulp(0.75f) / rows);
    step(implementation, x, dy, w, rows, in, units, rate);
    w.assertIs(_ -> Math.nextDown(Math.nextDown(1f)), 0);
  }

  /** Of gradients that are exact, so that the step is all that is rounded. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("fusing")
  void kernelStepRoundsOnceWithTiles(Implementation implementation) {
    int rows = 17;
    int in = 100;
    int units = 67;
    Tensor x = Tensor.of(rows * in, i -> i % 3 + 1);
    Tensor dy = Tensor.of(rows * units, i -> i % 7 + 1);
    Tensor w = Tensor.random(in * units, 3);
    Tensor before = w.copy();
    step(implementation, x, dy, w, rows, in, units, 0.01f);
    w.assertIs(
        i -> Math.fma(-0.01f, (float) kernelGradient(x, dy, rows, in, units, i), before.get(i)), 0);
  }

  /** The i-th value of the gradient of a kernel. */
  private static double kernelGradient(Tensor x, Tensor dy, int rows, int in, int units, int i) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += (double) x.get(row * in + i / units) * dy.get(row * units + i % units);
    }
    return sum;
  }

  private static void step(
      Implementation implementation,
      Tensor x,
      Tensor dy,
      Tensor w,
      int rows,
      int in,
      int units,
      float rate) {
    MemorySegment room = Tensor.empty(in * units).segment();
    Kernels kernels = implementation.ready();
    kernels.denseKernelStep(
        x.segment(),
        x.at(),
        dy.segment(),
        dy.at(),
        room,
        w.segment(),
        w.at(),
        rows,
        in,
        units,
        rate);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void letsNanAndInfinityThrough(Implementation implementation, int rows, int in, int units) {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      Tensor x = Tensor.of(rows * in, _ -> 1);
      x.set(rows * in - 1, bad);
      Tensor w = Tensor.of(in * units, _ -> 2);
      Tensor y = Tensor.empty(rows * units);
      implementation
          .ready()
          .dense(
              x.segment(),
              x.at(),
              w.segment(),
              w.at(),
              -1,
              y.segment(),
              y.at(),
              rows,
              in,
              units,
              Function.LINEAR,
              0);
      y.assertIs(i -> i / units == rows - 1 ? bad : 2 * in, 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void givesTheSameBitsEveryTime(Implementation implementation, int rows, int in, int units) {
    Tensor x = Tensor.random(rows * in, 7);
    Tensor w = Tensor.random(in * units, 8);
    Tensor first = Tensor.empty(rows * units);
    Tensor second = Tensor.empty(rows * units);
    for (Tensor y : List.of(first, second)) {
      implementation
          .ready()
          .dense(
              x.segment(),
              x.at(),
              w.segment(),
              w.at(),
              -1,
              y.segment(),
              y.at(),
              rows,
              in,
              units,
              Function.GELU,
              0);
    }
    for (int i = 0; i < first.size(); i++) {
      assertThat(Float.floatToRawIntBits(first.get(i)))
          .isEqualTo(Float.floatToRawIntBits(second.get(i)));
    }
  }
}
