package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.processor.plan.Compute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that are masked change nothing: a sequence with padding is the sequence without. */
final class MaskingTest {

  @ParameterizedTest
  @ValueSource(strings = {"SimpleRnn", "Lstm", "Gru"})
  void paddingChangesNoState(String kind) {
    float[] padded = recurrent(kind, 5, 1, 2, 3, 4, 0, 0, 0, 0, 5, 6);
    assertThat(padded).containsExactly(recurrent(kind, 3, 1, 2, 3, 4, 5, 6));
  }

  private static float[] recurrent(String kind, int steps, float... x) {
    NetworkBuilder network =
        new NetworkBuilder("Masked")
            .input("x", steps, 2)
            .layer("masked", "Masking", Map.of("maskValue", 0.0))
            .activate("same", Activation.LINEAR)
            .layer("first", kind, GoldenSequences.attributes(3, true))
            .layer("last", kind, GoldenSequences.attributes(3, false));
    return Workshop.network(network.build(), Variant.of(Compute.AUTO)).create(1).predict(x);
  }

  /** Masks go on through all layers that work step by step, and through those that join. */
  @Test
  void maskGoesThroughLayersThatKeepSteps() {
    float[] padded = stepwise(5, 1, 2, 3, 4, 0, 0, 0, 0, 5, 6);
    assertThat(padded).containsExactly(stepwise(3, 1, 2, 3, 4, 5, 6));
  }

  private static float[] stepwise(int steps, float... x) {
    NetworkBuilder network =
        new NetworkBuilder("Stepwise")
            .input("x", steps, 2)
            .layer("masked", "Masking", Map.of("maskValue", 0.0))
            .layer("layerNorm", "LayerNorm", Map.of("epsilon", 1e-3, "center", true, "scale", true))
            .layer("rmsNorm", "RmsNorm", Map.of("epsilon", 1e-3, "scale", true))
            .layer("slopes", "PRelu", Map.of("sharedAxes", List.of(1)))
            .layer("scaled", "Rescaling", Map.of("scale", 2.0, "offset", 1.0))
            .layer("wide", "Concatenate", Map.of("axis", -1), "masked", "scaled")
            .layer("last", "Gru", GoldenSequences.attributes(3, false));
    return Workshop.network(network.build(), Variant.of(Compute.AUTO)).create(1).predict(x);
  }

  /** Sequences one after another keep their masks, each its own. */
  @Test
  void sequencesThatAreJoinedKeepTheirMasks() {
    float[] padded = joined(3, 2, 1, 2, 0, 0, 3, 4, 5, 6, 0, 0);
    assertThat(padded).containsExactly(joined(2, 1, 1, 2, 3, 4, 5, 6));
  }

  private static float[] joined(int first, int second, float... x) {
    NetworkBuilder network =
        new NetworkBuilder("Joined")
            .input("a", first, 2)
            .input("b", second, 2)
            .layer("left", "Masking", Map.of("maskValue", 0.0), "a")
            .layer("right", "Masking", Map.of("maskValue", 0.0), "b")
            .layer("both", "Concatenate", Map.of("axis", 1), "left", "right")
            .layer("last", "Lstm", GoldenSequences.attributes(3, false));
    return Workshop.network(network.build(), Variant.of(Compute.AUTO)).create(1).predict(x);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void attentionPassesOverPadding(boolean causal) {
    float[] padded = attention(causal, 1, 2, 3, 4, 0, 0);
    float[] other = attention(causal, 1, 2, 3, 4, 0, 0, 0, 0);
    for (int i = 0; i < 4; i++) {
      assertThat(padded[i]).isCloseTo(other[i], org.assertj.core.data.Offset.offset(1e-6f));
    }
  }

  private static float[] attention(boolean causal, float... x) {
    NetworkBuilder network =
        new NetworkBuilder("Attending")
            .input("x", x.length / 2, 2)
            .layer("masked", "Masking", Map.of("maskValue", 0.0))
            .layer(
                "look",
                "MultiHeadAttention",
                Map.of(
                    "numHeads", 2, "keyDim", 3, "valueDim", 0, "useBias", true, "causal", causal))
            .layer("shaped", "Reshape", Map.of("value", List.of(-1)));
    return Workshop.network(network.build(), Variant.of(Compute.AUTO)).create(1).predict(x);
  }
}
