package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.Weight;
import dev.annotron.runtime.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredWeightsTest {

  @ParameterizedTest
  @EnumSource
  void areALiveView(Memory memory) {
    Engine<?> engine = memory.engine(Tiny.classes());
    Weight bias = engine.weights().get("answer/bias");
    float before = engine.predict(1, 2, 3)[1];

    bias.set(new float[] {0, 5, 0});

    assertThat(bias.toArray()).containsExactly(0, 5, 0);
    assertThat(engine.weights().get("answer/bias").toArray()).containsExactly(0, 5, 0);
    assertThat(engine.weights().get("hidden/bias").toArray()).containsOnly(0f);
    assertThat(engine.predict(1, 2, 3)[1]).isGreaterThan(before);
  }

  @Test
  void comeInTheOrderOfMemory() {
    Weights weights = Memory.HEAP.engine(Tiny.classes()).weights();

    assertThat(weights).extracting(Weight::name).isEqualTo(weights.names());
    assertThat(weights.names())
        .containsExactly("hidden/kernel", "hidden/bias", "answer/kernel", "answer/bias");
    assertThat(weights.size()).isEqualTo(4);
    assertThat(weights.get("hidden/kernel").shape()).isEqualTo(List.of(3, 5));
    assertThat(weights.get("hidden/kernel").size()).isEqualTo(15);
    assertThat(weights)
        .hasToString("[hidden/kernel[3, 5], hidden/bias[5], answer/kernel[5, 3], answer/bias[3]]");
  }

  @Test
  void aWrongNameListsTheRightOnes() {
    Weights weights = Memory.HEAP.engine(Tiny.xor()).weights();

    assertThatThrownBy(() -> weights.get("hidden"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no weight \"hidden\"; expected one of [hidden/kernel,");
  }

  @Test
  void wrongValuesChangeNothing() {
    Weight bias = Memory.HEAP.engine(Tiny.classes()).weights().get("answer/bias");

    assertThatThrownBy(() -> bias.set(new float[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there are 2 values for answer/bias[3]; expected 3");
    assertThatThrownBy(() -> bias.set(new float[] {1, Float.POSITIVE_INFINITY, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("value 1 for answer/bias[3] is Infinity");
    assertThat(bias.toArray()).containsOnly(0f);
  }
}
