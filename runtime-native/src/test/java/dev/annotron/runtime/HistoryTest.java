package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static History history(double[] loss, double[] accuracy, boolean interrupted) {
    Map<String, double[]> values = new LinkedHashMap<>();
    values.put("loss", loss);
    values.put("accuracy", accuracy);
    return new History(values, interrupted);
  }

  private final History two = history(new double[] {0.75, 0.5}, new double[] {0.1, 1}, false);

  @Test
  void givesValuesByName() {
    assertThat(two.epochs()).isEqualTo(2);
    assertThat(two.names()).containsExactly("loss", "accuracy");
    assertThat(two.values("loss")).containsExactly(0.75, 0.5);
    assertThat(two.last("accuracy")).isEqualTo(1);
    assertThat(two.interrupted()).isFalse();
  }

  @Test
  void cannotBeChanged() {
    two.values("loss")[0] = 9;

    assertThat(two.values("loss")).containsExactly(0.75, 0.5);
  }

  @Test
  void unknownNamesAndMissingEpochsAreSaid() {
    assertThatThrownBy(() -> two.values("val_loss"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"val_loss\"; expected one of [loss, accuracy]");
    History none = history(new double[0], new double[0], true);
    assertThatThrownBy(() -> none.last("loss"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no epoch");
    assertThat(none.interrupted()).isTrue();
  }

  @Test
  void isATable() {
    assertThat(two)
        .hasToString(
            """
            epoch    loss  accuracy
                1  0.7500    0.1000
                2  0.5000    1.0000\
            """);
  }

  @Test
  void aLongTableHasSomeLinesOnly() {
    String text = history(new double[1000], new double[1000], true).toString();

    assertThat(text.lines()).hasSize(22);
    assertThat(text).contains("\n   50  ").contains("\n 1000  ");
    assertThat(text).endsWith("interrupted after 1000 whole epochs");
  }
}
