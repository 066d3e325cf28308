package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteTest {
  private static final int AT = 3;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 255, 256, 257, 300, 784})
  void seesEachValueAndNoneBeside(int count) {
    float[] values = new float[AT + count + 2];
    Arrays.fill(values, -Float.MAX_VALUE);
    values[AT - 1] = Float.NaN;
    values[AT + count] = Float.POSITIVE_INFINITY;
    assertThat(Finite.all(values, AT, count)).isTrue();
    assertThat(Finite.first(values, AT, count)).isEqualTo(-1);
    for (float bad :
        new float[] {
          Float.NaN,
          Float.intBitsToFloat(0xffc0_0001),
          Float.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY
        }) {
      for (int i = AT; i < AT + count; i++) {
        float good = values[i];
        values[i] = bad;
        assertThat(Finite.all(values, AT, count)).as("%s at %d", bad, i).isFalse();
        assertThat(Finite.first(values, AT, count)).isEqualTo(i);
        values[i] = good;
      }
    }
  }
}
