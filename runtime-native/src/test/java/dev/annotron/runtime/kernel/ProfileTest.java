package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private final Profile profile = new Profile(new JavaKernels());

  @Test
  void computesAsTheKernelsItWatches() {
    Tensor x = Tensor.random(6, 1);
    Tensor w = Tensor.random(6, 2);
    Tensor y = Tensor.empty(4);
    Tensor same = Tensor.empty(4);
    dense(profile.proxy(), x, w, y);
    dense(new JavaKernels(), x, w, same);
    y.assertIs(same::get, 0);
  }

  @Test
  void tellsCallsSizesAndRates() {
    Tensor x = Tensor.random(6, 1);
    Tensor w = Tensor.random(6, 2);
    Tensor y = Tensor.empty(4);
    for (int i = 0; i < 3; i++) {
      dense(profile.proxy(), x, w, y);
    }
    profile.proxy().activation(Function.RELU, 0, y.segment(), y.at(), y.segment(), y.at(), 4);
    assertThat(profile.table())
        .containsPattern("\\| dense 2×3×2 \\| 3 \\| [0-9.]+ \\| [0-9.]+ % \\| [0-9.]+ \\|")
        .containsPattern("\\| activation 4 \\| 1 \\| [0-9.]+ \\| [0-9.]+ % \\|  \\|");
  }

  @Test
  void watchesKernelsThatReadRowsInPlace() {
    Profile watching = new Profile(Implementation.NATIVE);
    Tensor x = Tensor.random(6, 1);
    Tensor w = Tensor.random(6, 2);
    Tensor y = Tensor.empty(4);
    MemorySegment list = Arena.ofAuto().allocate(16, 8);
    RowKernels rows = watching.proxy().rows(x.segment(), 3, list).orElseThrow();
    rows.take(0, 0);
    rows.take(1, 1);
    dense(rows, x, w, y);
    assertThat(watching.table()).contains("| dense 2×3×2 | 1 |").doesNotContain("take");
  }

  @Test
  void letsExceptionsThrough() {
    Tensor y = Tensor.empty(1);
    assertThatThrownBy(() -> dense(profile.proxy(), y, y, new Tensor(y.segment(), 1 << 20, 1)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static void dense(InputKernels kernels, Tensor x, Tensor w, Tensor y) {
    kernels.dense(
        x.segment(),
        x.at(),
        w.segment(),
        w.at(),
        -1,
        y.segment(),
        y.at(),
        2,
        3,
        2,
        Function.LINEAR,
        0);
  }
}
