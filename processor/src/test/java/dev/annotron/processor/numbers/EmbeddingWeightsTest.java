package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.processor.plan.Compute;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Constraints and penalties of a table of embeddings, seen at the row that no sample reads. */
final class EmbeddingWeightsTest {
  private static final String TABLE = "rows/embeddings";
  private static final Offset<Double> EXACT = Offset.offset(1e-6);
  private NetworkBuilder builder;

  @BeforeEach
  void table() {
    builder =
        new NetworkBuilder("Tables")
            .layer("words", "Input", Map.of("value", List.of(1), "type", "INT"))
            .layer("rows", "Embedding", Map.of("inputDim", 2, "outputDim", 2, "maskZero", false));
  }

  @Test
  void noneIsNegative() {
    assertThat(unread(builder.nonNegative(false))).containsExactly(new double[] {3, 0}, EXACT);
  }

  @Test
  void rowsHaveANorm() {
    assertThat(unread(builder.norm("UnitNorm", 1, false, 1)))
        .containsExactly(new double[] {0.6, -0.8}, EXACT);
    table();
    assertThat(unread(builder.norm("MaxNorm", 2.5, false, 1)))
        .containsExactly(new double[] {1.5, -2}, EXACT);
  }

  /** The penalty's gradient is w. */
  @Test
  void areMadeSmall() {
    assertThat(unread(builder.penalty("L2", 0.5, 0)))
        .containsExactly(new double[] {2.7, -3.6}, EXACT);
  }

  /** The second row of the table after a step in which the first was read. */
  private static double[] unread(NetworkBuilder builder) {
    builder.flatten("flat").dense("d", 1, Activation.LINEAR, false).sgd(0.1);
    Computed network =
        new Computed(Workshop.network(builder.build(), Variant.of(Compute.AUTO)).create(0));
    network.set(Map.of(TABLE, new double[] {-1, 2, 3, -4}, "d/kernel", new double[] {1, 1}));
    network.step(new Batch(new double[] {0}, new double[] {1}, 1));
    double[] table = network.weights().get(TABLE);
    return new double[] {table[2], table[3]};
  }
}
