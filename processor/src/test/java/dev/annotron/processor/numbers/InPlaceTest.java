package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.plan.Compute;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DivergedException;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Renewal;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches that dense layers read where a data set has them. */
final class InPlaceTest {
  private static final int WIDTH = 97;

  /** Enough to lie outside the heap, and no multiple of the batch. */
  private static final int SAMPLES = 2711;

  private static final int BATCH = 32;
  private static final Variant NATIVE = Variant.of(Compute.NATIVE);

  static Stream<Variant> variants() {
    return Stream.of(Variant.of(Compute.AUTO), NATIVE);
  }

  /** Samples made anew must be gathered; here they are the same ones. */
  private static final Renewal SAME = samples -> (_, _) -> samples;

  @ParameterizedTest
  @MethodSource("variants")
  void trainingIsThatWithGatheredBatches(Variant variant) {
    Network network = Workshop.network(dense().build(), variant);
    Dataset data = data();
    Dataset train = data.shuffle(5).take(2405);
    FitOptions options =
        new FitOptions().epochs(2).batchSize(BATCH).verbose(0).validation(data.skip(2405));
    assertThat(data.hasLastingFeatures()).isTrue();
    Computed reading = new Computed(network.create(3));
    Computed gathering = new Computed(network.create(3));
    History history = reading.model().fit(train, options);
    History same = gathering.model().fit(train.renewing(SAME), options);
    assertThat(history.names()).contains("loss", "val_loss");
    for (String name : history.names()) {
      assertThat(history.values(name)).as(name).isEqualTo(same.values(name));
    }
    assertThat(reading.bits()).isEqualTo(gathering.bits());
    assertThat(reading.model().evaluate(data).loss())
        .isEqualTo(gathering.model().evaluate(data.renewing(SAME)).loss());
    Dataset batch = data.select(7, 7, 0, 2710, 12);
    assertThat(reading.model().gradients(batch).get("a/kernel").toArray())
        .isEqualTo(gathering.model().gradients(batch.renewing(SAME)).get("a/kernel").toArray());
  }

  /** What stands in memory for a batch that lies elsewhere is no input. */
  @ParameterizedTest
  @MethodSource("variants")
  void theFirstLayerThatIsNotFiniteIsFound(Variant variant) {
    Network network = Workshop.network(dense().build(), variant);
    FitOptions options = new FitOptions().batchSize(BATCH).verbose(0);
    float[] spoilt = new float[SAMPLES * WIDTH];
    MemorySegment features = MemorySegment.ofArray(spoilt);
    Dataset changed = Dataset.of(features, WIDTH, MemorySegment.ofArray(new float[SAMPLES]), 1);
    spoilt[1000 * WIDTH] = Float.NaN;
    Renewal spoiling = _ -> (_, _) -> changed;
    assertThatThrownBy(() -> network.create(3).fit(data().renewing(spoiling), options))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("the first layer that is not finite is x;");
    Model large = network.create(3);
    float[] kernel = large.weights().get("a/kernel").toArray();
    Arrays.fill(kernel, Float.MAX_VALUE);
    large.weights().get("a/kernel").set(kernel);
    assertThatThrownBy(() -> large.fit(data(), options))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("the first layer that is not finite is a;");
  }

  @Test
  void onlyDenseLayersReadInPlace() {
    NetworkBuilder flat = new NetworkBuilder("Rows").input("x", WIDTH, 1);
    assertThat(reads(dense())).isTrue();
    assertThat(reads(end(flat.flatten("flat").dense("a", 20, Activation.RELU)))).isTrue();
    assertThat(
            reads(
                end(
                    start()
                        .dense("a", 20, Activation.RELU, "x")
                        .dense("b", 20, Activation.RELU, "x")
                        .add("sum", "a", "b"))))
        .isTrue();
  }

  @Test
  void otherLayersWantABatchInOnePiece() {
    NetworkBuilder dropout =
        start().layer("dropped", "Dropout", Map.of("value", 0.5)).dense("a", 20, Activation.RELU);
    NetworkBuilder shortcut =
        start().dense("a", 20, Activation.RELU, "x").concatenate("joined", 1, "x", "a");
    NetworkBuilder several =
        start()
            .input("z", WIDTH)
            .dense("a", 20, Activation.RELU, "x")
            .dense("b", 20, Activation.RELU, "z")
            .add("sum", "a", "b");
    for (NetworkBuilder network : List.of(dropout, shortcut, several)) {
      assertThat(reads(end(network))).isFalse();
    }
  }

  private static boolean reads(NetworkBuilder network) {
    return Workshop.source(network.build(), NATIVE.options()).contains("inputKernels.dense(");
  }

  private static NetworkBuilder start() {
    return new NetworkBuilder("Rows").input("x", WIDTH);
  }

  private static NetworkBuilder dense() {
    return end(start().dense("a", 20, Activation.RELU));
  }

  private static NetworkBuilder end(NetworkBuilder network) {
    return network
        .dense("last", 5, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .batchSize(BATCH)
        .adam(0.01);
  }

  private static Dataset data() {
    Random random = new Random(4);
    double[] x = random.doubles((long) SAMPLES * WIDTH, -1, 1).toArray();
    double[] labels = random.ints(SAMPLES, 0, 5).asDoubleStream().toArray();
    return new Batch(x, labels, SAMPLES).dataset();
  }
}
