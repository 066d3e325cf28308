package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.Compiler;
import dev.annotron.processor.CompilerOptions;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.numbers.Subject.Slope;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.plan.ModelPlan;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.DivergedException;
import dev.annotron.runtime.FitOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain gradient descent within the products of dense kernels: where, and that nobody notices. */
final class FusedStepsTest {
  private static final Set<String> ALL = Set.of("a/kernel", "b/kernel", "c/kernel");
  private static final FitOptions EPOCH =
      new FitOptions().epochs(1).batchSize(16).shuffle(false).verbose(0);

  @Test
  void largeKernelsAreFused() {
    assertThat(fused(network(layers -> layers), Compute.AUTO)).isEqualTo(Set.of("b/kernel"));
  }

  /** Of 48 units and more; fewer gain nothing for a single sample. */
  @Test
  void kernelsOfSomeThousandWeightsAreFused() {
    ModelSpec model =
        network(
            layers ->
                layers
                    .dense("some", 40, Activation.TANH)
                    .dense("less", 50, Activation.TANH)
                    .dense("more", 50, Activation.TANH));
    assertThat(fused(model, Compute.AUTO))
        .isEqualTo(Set.of("b/kernel", "some/kernel", "more/kernel"));
  }

  @Test
  void allAreWhereKernelsAreForced() {
    assertThat(fused(network(layers -> layers), Compute.NATIVE)).isEqualTo(ALL);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNROLLED", "LOOP"})
  void noneIsInGeneratedJava(Compute compute) {
    assertThat(fused(network(layers -> layers), compute)).isEmpty();
  }

  static Stream<UnaryOperator<NetworkBuilder>> stepsOfMore() {
    return Stream.of(
        network -> network.sgd(0.1, 0.9, false),
        network -> network.adam(0.1),
        network -> network.beside("ClipValue", Map.of("value", 0.01)),
        network -> network.beside("ClipNorm", Map.of("value", 0.01)),
        network -> network.beside("GlobalClipNorm", Map.of("value", 0.01)),
        network -> network.beside("WeightDecay", Map.of("value", 0.1)),
        network -> network.beside("Ema", Map.of("momentum", 0.9, "overwriteFrequency", 0)),
        network -> network.beside("GradientAccumulation", Map.of("value", 2)));
  }

  @ParameterizedTest
  @MethodSource("stepsOfMore")
  void noneIsWhereAStepNeedsTheGradient(UnaryOperator<NetworkBuilder> more) {
    ModelSpec model = more.apply(builder(layers -> layers)).build();
    assertThat(fused(model, Compute.NATIVE)).isEmpty();
  }

  static Stream<UnaryOperator<NetworkBuilder>> layersOfMore() {
    return Stream.of(
        network -> network.penalty("L1", 0.1, 0),
        network -> network.penalty("L2", 0.1, 0),
        network -> network.norm("MaxNorm", 1, false, 0),
        network -> network.nonNegative(false),
        NetworkBuilder::frozen);
  }

  @ParameterizedTest
  @MethodSource("layersOfMore")
  void theOthersAreWhereOneNeedsItsGradient(UnaryOperator<NetworkBuilder> more) {
    Set<String> fused = fused(network(more), Compute.NATIVE);
    assertThat(fused).isEqualTo(Set.of("a/kernel", "c/kernel"));
  }

  @Test
  void sharedWeightsAreNot() {
    ModelSpec model =
        network(
            layers ->
                layers
                    .dense("again", 80, Activation.TANH)
                    .dense("more", 80, Activation.TANH)
                    .shared("again"));
    assertThat(fused(model, Compute.NATIVE)).isEqualTo(ALL);
  }

  /** What holds all ways of computing against the interpreter goes through such steps too. */
  @Test
  void someRandomNetworksAreFused() {
    assertThat(
            LongStream.range(0, 520)
                .mapToObj(RandomNetwork::of)
                .filter(model -> model.optimizer().kind().equals("Sgd"))
                .filter(model -> !fused(model, Compute.NATIVE).isEmpty())
                .count())
        .isGreaterThanOrEqualTo(5);
  }

  static Stream<Variant> variants() {
    return Variant.all();
  }

  /** In several steps of one training; of all ways, two take the gradients from memory. */
  @ParameterizedTest
  @MethodSource("variants")
  void trainsAsTheInterpreterDoes(Variant variant) {
    ModelSpec model = network(layers -> layers);
    Network network = Workshop.network(model, variant);
    Computed computed = new Computed(network.create(3));
    Map<String, double[]> expected = interpreted(model, computed.weights());
    computed.model().fit(data().dataset(), EPOCH);
    Close.check("weights", computed.weights(), expected, 1e-5);

    Computed again = new Computed(network.create(3));
    again.model().fit(data().dataset(), EPOCH);
    assertThat(again.bits()).as("trained again").isEqualTo(computed.bits());
    Computed inParts = new Computed(network.create(3));
    batches().forEach(inParts::step);
    assertThat(inParts.bits()).as("trained batch by batch").isEqualTo(computed.bits());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void gradientsAreThereAllTheSame(Variant variant) {
    Network network = Workshop.network(network(layers -> layers), variant);
    Computed trained = new Computed(network.create(3));
    trained.model().fit(data().dataset(), EPOCH);
    byte[] before = trained.bits();
    Slope slope = trained.differentiate(data());
    assertThat(trained.bits()).as("gradients change nothing").isEqualTo(before);

    Computed fresh = new Computed(network.create(4));
    fresh.set(trained.weights());
    Slope expected = fresh.differentiate(data());
    assertThat(slope.loss()).isEqualTo(expected.loss());
    expected
        .gradients()
        .forEach((name, g) -> assertThat(slope.gradients().get(name)).as(name).containsExactly(g));
    assertThat(Arrays.stream(slope.gradients().get("b/kernel")).anyMatch(value -> value != 0))
        .as("not all 0")
        .isTrue();
  }

  /** The step that spoils the weights is the first; they are those of before it again. */
  @ParameterizedTest
  @MethodSource("variants")
  void divergenceIsNoticed(Variant variant) {
    ModelSpec model =
        builder(layers -> layers)
            .dense("d", 1, Activation.LINEAR)
            .loss(Loss.MEAN_SQUARED_ERROR)
            .sgd(3e38)
            .build();
    Computed computed = new Computed(Workshop.network(model, variant).create(3));
    byte[] before = computed.bits();
    assertThatThrownBy(
            () -> computed.model().fit(data().dataset(), EPOCH.restoreOnDivergence(true)))
        .isInstanceOf(DivergedException.class);
    assertThat(computed.bits()).isEqualTo(before);
  }

  private static Map<String, double[]> interpreted(ModelSpec model, Map<String, double[]> weights) {
    Interpreted interpreted = Interpreted.of(model, Variant.of(Compute.AUTO));
    ReferenceOptimizer optimizer = new ReferenceOptimizer(model, false);
    Map<String, double[]> now = weights;
    for (Batch batch : batches()) {
      interpreted.set(now);
      now = new LinkedHashMap<>(optimizer.step(now, interpreted.differentiate(batch).gradients()));
    }
    return now;
  }

  private static ModelSpec network(UnaryOperator<NetworkBuilder> second) {
    return builder(second).build();
  }

  /** A kernel of 5,600 weights between smaller ones. */
  private static NetworkBuilder builder(UnaryOperator<NetworkBuilder> second) {
    return second
        .apply(
            new NetworkBuilder("Descent")
                .input("x", 8)
                .dense("a", 70, Activation.TANH)
                .dense("b", 80, Activation.TANH))
        .dense("c", 3, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .sgd(0.5)
        .batchSize(16);
  }

  private static Batch data() {
    return Examples.smallData(48).rounded();
  }

  private static List<Batch> batches() {
    Batch all = data();
    return Stream.of(0, 16, 32)
        .map(from -> new Batch(part(all.x(), from, 8), part(all.y(), from, 1), 16))
        .toList();
  }

  private static double[] part(double[] values, int from, int width) {
    return Arrays.copyOfRange(values, from * width, (from + 16) * width);
  }

  /** The parameters whose step is fused. */
  private static Set<String> fused(ModelSpec model, Compute compute) {
    CompilerOptions options = Variant.of(compute).options();
    ModelPlan plan = Compiler.stages(model, options, new Report()).orElseThrow().plan();
    Graph train = plan.train();
    return plan.fusedSteps().stream()
        .map(gradient -> Known.get(train.destinations(), gradient))
        .map(parameter -> ((Op.Parameter) parameter.op()).name())
        .collect(Collectors.toSet());
  }
}
