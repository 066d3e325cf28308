package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One step against its formula in double. */
class OptimizerKernelsTest {
  static Stream<Arguments> sizes() {
    return Implementation.all()
        .flatMap(
            i ->
                Stream.of(1, 2, 3, 7, 8, 9, 31, 33, 67, 131, 2500, 256_017)
                    .map(c -> Arguments.of(i, c)));
  }

  /** The memory of a tensor alone: optimizers start at index 0. */
  private static MemorySegment whole(Tensor tensor) {
    return tensor.segment().asSlice(4 * tensor.at(), 4L * tensor.size());
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void sgd(Implementation implementation, int count) {
    Tensor w = Tensor.random(count, 1);
    Tensor before = w.copy();
    Tensor g = Tensor.random(count, 2);
    implementation.ready().sgd(whole(w), whole(g), count, 0.1f);
    w.assertIs(i -> before.get(i) - 0.1 * g.get(i), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void sgdMomentum(Implementation implementation, int count) {
    for (boolean nesterov : new boolean[] {false, true}) {
      Tensor w = Tensor.random(count, 3);
      Tensor v = Tensor.random(count, 4);
      Tensor before = w.copy();
      Tensor velocity = v.copy();
      Tensor g = Tensor.random(count, 5);
      implementation.ready().sgdMomentum(whole(w), whole(g), whole(v), count, 0.1f, 0.9f, nesterov);
      v.assertIs(i -> 0.9 * velocity.get(i) - 0.1 * g.get(i), 1e-6);
      w.assertIs(
          i -> before.get(i) + (nesterov ? 0.9 * v.get(i) - 0.1 * g.get(i) : v.get(i)), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void adam(Implementation implementation, int count) {
    Tensor w = Tensor.random(count, 6);
    Tensor before = w.copy();
    Tensor g = Tensor.random(count, 7);
    Tensor random = Tensor.random(2 * count, 8);
    Tensor state = Tensor.of(2 * count, i -> i < count ? random.get(i) : Math.abs(random.get(i)));
    Tensor old = state.copy();
    implementation
        .ready()
        .adam(whole(w), whole(g), whole(state), count, 0.01f, 0.1f, 0.001f, 1e-7f);
    state.assertIs(
        i ->
            i < count
                ? old.get(i) + (g.get(i) - old.get(i)) * 0.1
                : old.get(i) + ((double) g.get(i - count) * g.get(i - count) - old.get(i)) * 0.001,
        1e-6);
    w.assertIs(
        i -> before.get(i) - 0.01 * state.get(i) / (Math.sqrt(state.get(count + i)) + 1e-7), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void nanGradientsReachTheirWeightsAlone(Implementation implementation, int count) {
    for (String optimizer : List.of("sgd", "momentum", "adam")) {
      Tensor w = Tensor.of(count, _ -> 1);
      Tensor g = Tensor.of(count, i -> i == count - 1 ? Double.NaN : 0);
      Tensor state = Tensor.of(2 * count, _ -> 0);
      Kernels kernels = implementation.ready();
      switch (optimizer) {
        case "sgd" -> kernels.sgd(whole(w), whole(g), count, 0.1f);
        case "momentum" ->
            kernels.sgdMomentum(whole(w), whole(g), whole(state), count, 0.1f, 0.9f, false);
        default -> kernels.adam(whole(w), whole(g), whole(state), count, 0.1f, 0.1f, 0.001f, 1e-7f);
      }
      w.assertIs(i -> i == count - 1 ? Double.NaN : 1, 0);
    }
  }
}
