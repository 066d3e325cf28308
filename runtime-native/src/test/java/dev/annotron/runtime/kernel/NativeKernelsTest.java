package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class NativeKernelsTest {
  private static final NativeKernels KERNELS = Implementation.NATIVE;

  @Test
  void nameTellsTheForcedInstructionSet() {
    List<String> sets = KERNELS.instructionSets();
    assertThat(sets).contains("best", "baseline");
    for (String set : sets.subList(1, sets.size())) {
      assertThat(KERNELS.select(set)).isTrue();
      assertThat(KERNELS.name()).startsWith("native (OpenBLAS 0.3").endsWith(", " + set + ")");
    }
    KERNELS.select("best");
    assertThat(KERNELS.name()).endsWith(", " + sets.getLast() + ")");
    assertThat(KERNELS.select("vax")).isFalse();
  }

  @Test
  void refusesMemoryOfTheHeap() {
    MemorySegment heap = MemorySegment.ofArray(new float[4]);
    assertThatThrownBy(() -> KERNELS.add(heap, 0, heap, 0, heap, 0, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("off-heap")
        .hasMessageContaining("Arena");
  }

  @Test
  void manyThreadsAtOnceGetTheSerialResult() throws Exception {
    int threads = 200; // more than OpenBLAS has work memory for
    Tensor x = Tensor.random(16 * 64, 1);
    Tensor w = Tensor.random(64 * 64, 2);
    Tensor expected = product(x, w);
    Callable<Tensor> task = () -> product(x, w);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Tensor>> results = new ArrayList<>();
      for (int i = 0; i < 20 * threads; i++) {
        results.add(pool.submit(task));
      }
      for (Future<Tensor> result : results) {
        result.get().assertIs(expected::get, 0);
      }
    }
  }

  private static Tensor product(Tensor x, Tensor w) {
    Tensor y = Tensor.empty(16 * 64);
    KERNELS.dense(
        x.segment(),
        x.at(),
        w.segment(),
        w.at(),
        -1,
        y.segment(),
        y.at(),
        16,
        64,
        64,
        Function.LINEAR,
        0);
    return y;
  }
}
