package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands around an optimizer's step, against its formula in double. */
class StepModifiersTest {
  static Stream<Arguments> sizes() {
    return Implementation.all()
        .flatMap(
            i ->
                IntStream.of(1, 2, 3, 7, 8, 9, 31, 33, 67, 131, 2500, 256_017)
                    .mapToObj(count -> Arguments.of(i, count)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void blend(Implementation implementation, int count) {
    Tensor x = Tensor.random(count, 1);
    Tensor y = Tensor.random(count, 2);
    Tensor before = y.copy();
    implementation.ready().blend(x.segment(), x.at(), 0.3f, y.segment(), y.at(), 0.7f, count);
    y.assertIs(i -> 0.3f * (double) x.get(i) + 0.7f * (double) before.get(i), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void blendWithNothingDoesNotRead(Implementation implementation, int count) {
    Tensor x = Tensor.random(count, 1);
    Tensor y = Tensor.empty(count);
    implementation.ready().blend(x.segment(), x.at(), 2, y.segment(), y.at(), 0, count);
    y.assertIs(i -> 2 * x.get(i), 0);
    implementation.ready().blend(y.segment(), y.at(), 0.5f, y.segment(), y.at(), 0, count);
    y.assertIs(x::get, 0);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void clipValue(Implementation implementation, int count) {
    Tensor x = Tensor.of(count, i -> i % 5 == 4 ? Double.NaN : i % 7 * 0.2 - 0.7);
    Tensor before = x.copy();
    implementation.ready().clipValue(x.segment(), x.at(), count, 0.5f);
    x.assertIs(i -> Math.min(Math.max(before.get(i), -0.5f), 0.5f), 0);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void clipNorm(Implementation implementation, int count) {
    Tensor x = Tensor.random(count, 3);
    Tensor before = x.copy();
    double norm = norm(x, 0, 1, count);
    implementation.ready().clipNorm(x.segment(), x.at(), count, (float) norm * 1.01f);
    x.assertIs(before::get, 0);
    implementation.ready().clipNorm(x.segment(), x.at(), count, 0.25f);
    x.assertIs(i -> before.get(i) * Math.min(1, 0.25 / norm), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void clipNormLetsNanThrough(Implementation implementation, int count) {
    Tensor x = Tensor.of(count, i -> i == count - 1 ? Double.NaN : 1);
    implementation.ready().clipNorm(x.segment(), x.at(), count, 0.25f);
    assertThat(x.get(count - 1)).isNaN();
  }

  static Stream<Implementation> implementations() {
    return Implementation.all();
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void limitNorms(Implementation implementation) {
    int[][] shapes = {{1, 1, 1}, {1, 5, 3}, {3, 2, 1}, {2, 7, 9}, {4, 33, 17}};
    for (int[] shape : shapes) {
      int length = shape[1];
      int inner = shape[2];
      Tensor x = Tensor.random(shape[0] * length * inner, 4);
      Tensor before = x.copy();
      implementation.ready().limitNorms(x.segment(), x.at(), shape[0], length, inner, 1.5f);
      x.assertIs(
          i -> {
            int first = i / (length * inner) * length * inner + i % inner;
            double norm = norm(before, first, inner, length);
            return before.get(i) * Math.min(norm, 1.5) / (norm + 1e-7);
          },
          1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void unitNorms(Implementation implementation) {
    Tensor x = Tensor.random(2 * 7 * 9, 4);
    float[] heap = floats(x);
    Tensor before = x.copy();
    implementation.ready().unitNorms(x.segment(), x.at(), 2, 7, 9);
    x.assertIs(i -> before.get(i) / (norm(before, i / 63 * 63 + i % 9, 9, 7) + 1e-7), 1e-6);
    HeapSteps.unitNorms(heap, 0, 2, 7, 9);
    x.assertIs(i -> heap[i], 0);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void nonNegative(Implementation implementation, int count) {
    Tensor x = Tensor.random(count, 8);
    float[] heap = floats(x);
    Tensor before = x.copy();
    implementation.ready().nonNegative(x.segment(), x.at(), count);
    x.assertIs(i -> Math.max(before.get(i), 0), 0);
    HeapSteps.nonNegative(heap, 0, count);
    x.assertIs(i -> heap[i], 0);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void activityPenaltyAndItsGradient(Implementation implementation) {
    Tensor x = Tensor.random(3 * 7, 9);
    Tensor dx = Tensor.empty(21);
    double sum = 0;
    for (int i = 0; i < 21; i++) {
      sum += (0.25 * Math.abs(x.get(i)) + 0.5 * x.get(i) * x.get(i)) / 3;
    }
    Kernels kernels = implementation.ready();
    double found = kernels.activityPenalty(x.segment(), x.at(), 3, 7, 0.25f, 0.5f);
    assertThat(found).isCloseTo(sum, within(1e-6));
    assertThat(HeapSteps.activityPenalty(floats(x), 0, 3, 7, 0.25f, 0.5f))
        .isCloseTo(sum, within(1e-6));
    kernels.activityGradient(x.segment(), x.at(), dx.segment(), dx.at(), 3, 7, 0.25f, 0.5f);
    dx.assertIs(i -> (0.25 * Math.signum(x.get(i)) + x.get(i)) / 3, 1e-6);
    float[] heap = new float[21];
    HeapSteps.activityGradient(floats(x), 0, heap, 0, 3, 7, 0.25f, 0.5f);
    dx.assertIs(i -> heap[i], 0);
  }

  private static float[] floats(Tensor tensor) {
    float[] floats = new float[tensor.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = tensor.get(i);
    }
    return floats;
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void penaltyAndItsGradient(Implementation implementation, int count) {
    Tensor random = Tensor.random(count, 5);
    Tensor w = Tensor.of(count, i -> i % 4 == 3 ? 0 : random.get(i));
    Tensor g = Tensor.random(count, 6);
    Tensor before = g.copy();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 0.25 * Math.abs(w.get(i)) + 0.5 * w.get(i) * w.get(i);
    }
    Kernels kernels = implementation.ready();
    double found = kernels.penalty(w.segment(), w.at(), count, 0.25f, 0.5f);
    assertThat(found).isCloseTo(sum, within(1e-7 * sum));
    kernels.addPenaltyGradient(w.segment(), g.segment(), w.at(), count, 0.25f, 0.5f);
    g.assertIs(i -> before.get(i) + 0.25 * Math.signum(w.get(i)) + w.get(i), 1e-6);
  }

  private static double norm(Tensor x, int from, int stride, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double value = x.get(from + i * stride);
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
