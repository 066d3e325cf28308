package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Gradients;
import dev.annotron.runtime.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientsTest {
  private static final float STEP = 1e-2f;

  @ParameterizedTest
  @EnumSource
  void equalCentralDifferences(Memory memory) {
    for (Tiny tiny : List.of(Tiny.xor(), Tiny.classes(), Tiny.regression())) {
      Engine<?> engine = memory.engine(tiny);
      Dataset batch = Samples.of(tiny, 5, 3);
      Gradients gradients = engine.gradients(batch);
      for (Weight weight : engine.weights()) {
        float[] expected = new float[weight.size()];
        for (int i = 0; i < expected.length; i++) {
          expected[i] = (float) slope(engine, batch, weight, i);
        }
        assertThat(gradients.get(weight.name()).toArray())
            .as(weight.name())
            .containsExactly(expected, within(2e-4f));
        assertThat(gradients.get(weight.name()).shape()).isEqualTo(weight.shape());
      }
    }
  }

  private static double slope(Engine<?> engine, Dataset batch, Weight weight, int i) {
    float[] values = weight.toArray();
    float value = values[i];
    values[i] = value + STEP;
    weight.set(values);
    double above = engine.evaluate(batch).loss();
    values[i] = value - STEP;
    weight.set(values);
    double below = engine.evaluate(batch).loss();
    values[i] = value;
    weight.set(values);
    return (above - below) / (2 * STEP);
  }

  @ParameterizedTest
  @EnumSource
  void changeNothing(Memory memory) {
    Dataset data = Samples.of(Tiny.classes(), 9, 1);
    Engine<?> asked = memory.engine(Tiny.classes());
    Engine<?> plain = memory.engine(Tiny.classes());

    double loss = asked.gradients(data).loss();
    assertThat(loss).isEqualTo(asked.evaluate(data).loss());
    asked.fit(data, Samples.SILENT.epochs(3).batchSize(2));
    asked.gradients(data);
    asked.fit(data, Samples.SILENT.epochs(3).batchSize(2));
    plain.fit(data, Samples.SILENT.epochs(6).batchSize(2));

    assertThat(Samples.weights(asked)).isEqualTo(Samples.weights(plain));
  }

  @Test
  void haveTheNamesOfTheWeights() {
    Gradients gradients = Memory.HEAP.engine(Tiny.xor()).gradients(Samples.xor());

    assertThat(gradients.names())
        .containsExactly("hidden/kernel", "hidden/bias", "answer/kernel", "answer/bias");
    assertThatThrownBy(() -> gradients.get("hiden/bias"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hiden/bias")
        .hasMessageContaining("hidden/bias");
  }
}
