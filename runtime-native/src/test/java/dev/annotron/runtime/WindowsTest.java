package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WindowsTest {
  /** At time t the features t and 10 t, and the target 100 t. */
  private static Dataset series(int size) {
    float[][] x = new float[size][];
    float[] y = new float[size];
    for (int t = 0; t < size; t++) {
      x[t] = new float[] {t, 10 * t};
      y[t] = 100 * t;
    }
    return Dataset.of(x, y);
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(DataException.class);
  }

  @Test
  void aWindowHasItsSamplesAndATargetAhead() {
    Dataset windows = series(8).windows(3, 2, 2);
    assertThat(windows.size()).isEqualTo(2);
    assertThat(windows.featureCount()).isEqualTo(6);
    assertThat(windows.x(0)).containsExactly(0, 0, 1, 10, 2, 20);
    assertThat(windows.y(0)).containsExactly(400);
    assertThat(windows.x(1)).containsExactly(2, 20, 3, 30, 4, 40);
    assertThat(windows.y(1)).containsExactly(600);
  }

  @Test
  void theLastWindowEndsWithTheSeries() {
    assertThat(series(5).windows(5, 0, 1).y(0)).containsExactly(400);
    Dataset windows = series(5).windows(1, 1, 1);
    assertThat(windows.size()).isEqualTo(4);
    assertThat(windows.y(3)).containsExactly(400);
  }

  @Test
  void keepsNames() {
    Dataset named =
        Dataset.builder(1, 1)
            .targetNames(java.util.List.of("t"))
            .add(new float[1], new float[1])
            .build();
    assertThat(named.windows(1, 0, 1).targetNames()).containsExactly("t");
  }

  @Test
  void refusesWindowsThatCannotBe() {
    refused(() -> series(5).windows(0, 1, 1)).hasMessageContaining("length of windows is 0");
    refused(() -> series(5).windows(1, -1, 1)).hasMessageContaining("horizon of windows is -1");
    refused(() -> series(5).windows(1, 1, 0)).hasMessageContaining("stride of windows is 0");
    refused(() -> series(5).windows(4, 2, 1))
        .hasMessageContaining("5 samples has no window of length 4 with a target 2 later")
        .hasMessageContaining("at least 6 samples");
  }
}
