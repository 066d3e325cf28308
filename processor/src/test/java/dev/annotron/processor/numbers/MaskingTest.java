package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.plan.Compute;
import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Steps that are masked change nothing: a sequence with padding is the sequence without, to the bit
 * if both are computed in the same way.
 */
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
    return Workshop.network(network.build(), Variant.of(Compute.NATIVE)).create(1).predict(x);
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
    return Workshop.network(network.build(), Variant.of(Compute.NATIVE)).create(1).predict(x);
  }

  /** Whatever a layer makes of masked steps, the mean is that of the others. */
  @ParameterizedTest
  @EnumSource(Compute.class)
  void meanPassesOverMaskedSteps(Compute compute) {
    NetworkBuilder network =
        new NetworkBuilder("Mean")
            .input("x", 4, 2)
            .layer("masked", "Masking", Map.of("maskValue", 0.0))
            .layer("moved", "Rescaling", Map.of("scale", 2.0, "offset", 7.0))
            .layer("mean", "GlobalAveragePool1D", Map.of("keepdims", false));
    float[][] x = {{1, 2, 0, 0, 3, 6, 0, 0}, {1, 1, 1, 1, 1, 1, 5, 5}};
    float[][] means = Workshop.network(network.build(), Variant.of(compute)).create(1).predict(x);

    assertThat(means[0]).containsExactly(new float[] {11, 15}, offset(1e-5f));
    assertThat(means[1]).containsExactly(new float[] {11, 11}, offset(1e-5f));
  }

  @Test
  void whereAllStepsAreMaskedNoMetricIsMadeUp() {
    NetworkBuilder network =
        new NetworkBuilder("Nothing")
            .input("x", 2, 3)
            .layer("masked", "Masking", Map.of("maskValue", 0.0))
            .layer("out", "Dense", Map.of("units", 2, "activation", "LINEAR", "useBias", true))
            .modifier("TimeDistributed", Map.of())
            .loss(Loss.MEAN_SQUARED_ERROR)
            .metrics(Metric.MEAN_ABSOLUTE_ERROR);
    Model model = Workshop.network(network.build(), Variant.of(Compute.NATIVE)).create(1);
    float[][] x = {{0, 0, 0, 0, 0, 0}, {0, 0, 0, 1, 0, 0}};
    Dataset data = Dataset.of(x, new float[][] {{1, 2, 3, 4}, {1, 2, 3, 4}});

    assertThatThrownBy(() -> model.evaluate(data.take(1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a mask passes over each step of all 1 samples, so out has nothing");
    assertThat(model.evaluate(data).metric("mean_absolute_error")).isPositive().isFinite();

    // While the batches so far are masked, there is no metric yet; that is no reason to end.
    List<Set<String>> seen = new ArrayList<>();
    FitOptions options = new FitOptions().epochs(1).batchSize(1).shuffle(false).verbose(0);
    model.fit(data, options.onBatchEnd(training -> seen.add(training.values().keySet())));
    assertThat(seen).containsExactly(Set.of("loss"), Set.of("loss", "mean_absolute_error"));
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
    return Workshop.network(network.build(), Variant.of(Compute.NATIVE)).create(1).predict(x);
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
    return Workshop.network(network.build(), Variant.of(Compute.NATIVE)).create(1).predict(x);
  }
}
