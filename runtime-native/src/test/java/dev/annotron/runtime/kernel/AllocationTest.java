package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {
  private static final int ROWS = 9;
  private static final int IN = 33;
  private static final int UNITS = 10;
  private static final int COUNT = IN * UNITS;

  private final Tensor x = Tensor.random(ROWS * IN, 1);
  private final Tensor w = Tensor.random(COUNT + UNITS, 2);
  private final Tensor y = Tensor.random(ROWS * UNITS, 3);
  private final Tensor g = Tensor.random(COUNT, 4);
  private final Tensor dx = Tensor.random(ROWS * IN, 5);
  private final Tensor state = Tensor.of(3 * COUNT, _ -> 0);
  private final Tensor target = Tensor.of(ROWS, i -> i);

  static Stream<Implementation> implementations() {
    return Implementation.all();
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void aCallAllocatesNothing(Implementation implementation) {
    Kernels kernels = implementation.ready();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20_000; i++) {
      step(kernels);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 2000; i++) {
      step(kernels);
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    // A compilation that gives up in between may box a few numbers; 2000 steps may not.
    assertThat(bytes).isLessThan(2000);
  }

  /** Kernels of dense layers, losses and optimizers; networks try those of other layers. */
  private void step(Kernels k) {
    var xs = x.segment();
    var ws = w.segment();
    var ys = y.segment();
    var gs = g.segment();
    var ds = dx.segment();
    long at = x.at();
    k.dense(xs, at, ws, at, at + COUNT, ys, at, ROWS, IN, UNITS, Function.SIGMOID, 0);
    k.softmax(ys, at, ys, at, ROWS, UNITS);
    LossFunction loss = LossFunction.SPARSE_CATEGORICAL_CROSSENTROPY;
    k.loss(loss, ys, at, target.segment(), at, ROWS, UNITS);
    k.lossGradient(loss, 1, ys, at, target.segment(), at, ys, at, ROWS, UNITS);
    k.softmaxGradient(ys, at, ys, at, ys, at, ROWS, UNITS);
    k.activationGradient(Function.TANH, 0, ys, at, ys, at, ys, at, ROWS * UNITS);
    k.denseKernelGradient(xs, at, ys, at, gs, at, ROWS, IN, UNITS);
    k.denseKernelStep(xs, at, ys, at, gs, ws, at, ROWS, IN, UNITS, 0.01f);
    k.denseInputGradient(ys, at, ws, at, ds, at, ROWS, IN, UNITS);
    k.sumRows(ys, at, gs, at, ROWS, UNITS);
    k.addBias(ys, at, gs, at, ys, at, ROWS, UNITS);
    k.activation(Function.SOFTSIGN, 0, ys, at, ys, at, ROWS * UNITS);
    k.add(ys, at, ys, at, ys, at, ROWS * UNITS);
    k.copyRows(ys, at, UNITS, ds, at, IN, UNITS, ROWS);
    k.sgd(ws, gs, COUNT, 1e-9f);
    k.sgdMomentum(ws, gs, state.segment(), COUNT, 1e-9f, 0.5f, true);
    k.adam(ws, gs, state.segment(), COUNT, 1e-9f, 0.1f, 0.01f, 1);
  }
}
