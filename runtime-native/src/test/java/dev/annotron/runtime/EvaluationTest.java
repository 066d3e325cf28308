package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private final Evaluation evaluation = new Evaluation(0.25, Map.of("accuracy", 0.96875));

  @Test
  void givesMetricsByName() {
    assertThat(evaluation.metric("accuracy")).isEqualTo(0.96875);
    assertThat(evaluation.metric("loss")).isEqualTo(0.25);
    assertThat(evaluation.names()).containsExactly("loss", "accuracy");
    assertThat(evaluation).hasToString("loss: 0.2500  accuracy: 0.9688");
  }

  @Test
  void namesTheMetricsThereAre() {
    assertThatThrownBy(() -> evaluation.metric("mae"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no metric \"mae\"; expected one of [accuracy]");
  }
}
