package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictorTest {
  private static final int MANY = 2500;

  private static float[][] rows(Dataset data) {
    float[][] x = new float[data.size()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = data.x(i);
    }
    return x;
  }

  @ParameterizedTest
  @EnumSource
  void allThreeFormsAgree(Memory memory) {
    Engine<?> engine = memory.engine(Tiny.classes());
    float[][] x = rows(Samples.of(Tiny.classes(), MANY, 1));
    float[][] together = engine.predict(x);
    float[] out = new float[3];

    assertThat(together).hasDimensions(MANY, 3);
    for (int i = 0; i < MANY; i++) {
      engine.predict(x[i], out);
      assertThat(out).isEqualTo(together[i]).isEqualTo(engine.predict(x[i]));
    }
    assertThat(together[0]).isNotEqualTo(together[1]);
    assertThat(engine.predict(new float[0][])).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void eightThreadsAtOnceEqualOne(Memory memory) throws Exception {
    Engine<?> engine = memory.engine(Tiny.classes());
    float[][] x = rows(Samples.of(Tiny.classes(), MANY, 1));
    float[][] serial = engine.predict(x);
    CyclicBarrier start = new CyclicBarrier(8);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<float[][]>> results = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  float[][] mine = new float[MANY][3];
                  for (int i = 0; i < MANY; i++) {
                    engine.predict(x[i], mine[i]);
                  }
                  return mine;
                }));
      }
      for (Future<float[][]> result : results) {
        assertThat(result.get()).isDeepEqualTo(serial);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void predictingIntoAnArrayAllocatesNothing(Memory memory) {
    Engine<?> engine = memory.engine(Tiny.classes());
    float[] x = {1, 2, 3};
    float[] out = new float[3];
    Runnable thousand =
        () -> {
          for (int i = 0; i < 1000; i++) {
            engine.predict(x, out);
          }
        };

    assertThat(Allocated.by(thousand)).isZero();
  }

  @Test
  void wrongLengthsAreNamed() {
    Engine<?> engine = Memory.HEAP.engine(Tiny.classes());

    assertThatThrownBy(() -> engine.predict(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "x has 2 values; expected 3, a sample of Tiny [x0[1], x1[2]]."
                + " Give the inputs one after another, each with its last axis fastest.");
    assertThatThrownBy(() -> engine.predict(new float[][] {{1, 2, 3}, {1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x[1] has 1 value; expected 3");
    assertThatThrownBy(() -> engine.predict(new float[3], new float[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("out has room for 4 values; expected 3, the outputs of Tiny");
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullIsNamed() {
    Engine<?> engine = Memory.HEAP.engine(Tiny.classes());

    assertThatThrownBy(() -> engine.predict((float[]) null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x is null; expected 3 values, a sample of Tiny [x0[1], x1[2]].");
    assertThatThrownBy(() -> engine.predict(new float[][] {{1, 2, 3}, null}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x[1] is null; expected 3 values");
    assertThatThrownBy(() -> engine.predict((float[][]) null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x is null; expected a row for each sample");
    assertThatThrownBy(() -> engine.predict(new float[3], null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("out is null; expected an array of length 3");
  }

  @Test
  void numbersThatAreNotFiniteAreNamed() {
    Engine<?> engine = Memory.HEAP.engine(Tiny.classes());

    assertThatThrownBy(() -> engine.predict(1, 2, Float.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x[2] is NaN (value 1 of x1[2]); expected a finite number");
    assertThatThrownBy(
            () -> engine.predict(new float[][] {{1, 2, 3}, {Float.NEGATIVE_INFINITY, 0, 0}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x[1][0] is -Infinity (value 0 of x0[1])");
  }

  @Test
  void resultsThatAreNotFiniteAreNoResults() {
    Engine<?> engine = Memory.HEAP.engine(Tiny.regression());
    Weight kernel = engine.weights().get("answer/kernel");
    float[] huge = new float[kernel.size()];
    Arrays.fill(huge, Float.MAX_VALUE);
    kernel.set(huge);
    Weight bias = engine.weights().get("hidden/bias");
    bias.set(new float[] {9, 9, 9, 9});

    assertThatThrownBy(() -> engine.predict(1, 1, 1))
        .isInstanceOf(AnnotronException.class)
        .hasMessageContaining("value 0 of answer[2] is Infinity");
  }
}
