package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.numbers.Golden.LayerCase;
import dev.annotron.processor.numbers.Golden.Tensor;
import dev.annotron.processor.numbers.Subject.Slope;
import dev.annotron.processor.spec.ModelSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Outputs and gradients of single layers.
 *
 * <p>A reference gradient belongs to a reference {@code upstream}; the mean squared error has it as
 * its gradient for the target {@code y − upstream · n / 2}. The gradient by a layer's input is the
 * gradient by the bias of a dense layer before it that lets everything through, sample by sample.
 */
final class GoldenLayersTest {
  private static final String BEHIND_DENSE = " behind dense";

  static Stream<Variant> variants() {
    return Variant.all();
  }

  @Test
  void interpreterAgrees() {
    agrees(Subjects.interpreter());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void generatedCodeAgrees(Variant variant) {
    agrees(Subjects.generated(variant));
  }

  private static void agrees(Subjects subjects) {
    List<LayerCase> known = Golden.layers().stream().filter(GoldenLayers::knows).toList();
    Map<String, LayerCase> cases = Subjects.byName(known, LayerCase::name);
    assertThat(cases).hasSize(Golden.count("layers"));
    Map<String, Subject> made = subjects.of(models(cases));
    Golden.run(
        "layers",
        subjects,
        cases,
        one -> {
          check(one, made.get(one.name()), subjects.tolerance());
          if (one.grad_input() != null) {
            checkInput(one, made.get(one.name() + BEHIND_DENSE), subjects.tolerance());
          }
        });
  }

  private static Map<String, ModelSpec> models(Map<String, LayerCase> cases) {
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    for (LayerCase one : cases.values()) {
      models.put(one.name(), GoldenLayers.network(one));
      if (one.grad_input() != null) {
        models.put(one.name() + BEHIND_DENSE, GoldenLayers.behindDense(one));
      }
    }
    return models;
  }

  private static void check(LayerCase one, Subject subject, double tolerance) {
    subject.set(weights(one));
    Batch batch = batch(one.input().data(), one.input().rows());
    double[] output = scaled(one, one.output().data());
    if (!one.training()) {
      Close.check("output", subject.predict(batch), output, tolerance);
    }
    slope(one, subject, batch)
        .ifPresent(
            slope -> {
              Close.check("loss", slope.loss(), loss(one), tolerance);
              Map<String, double[]> expected = Golden.weights(one.grad_weights());
              Close.check("gradient", slope.gradients(), expected, tolerance);
            });
    if (one.weights_after() != null) {
      Map<String, double[]> after = Golden.weights(one.weights_after());
      Close.check("weights after a step", after(subject, batch), after, tolerance);
    }
  }

  /**
   * The gradient by the input is that by the kernel of a dense layer, which is the input where the
   * rows that go into the dense layer are those of the unit matrix.
   */
  private static void checkInput(LayerCase one, Subject subject, double tolerance) {
    Tensor input = one.input();
    Map<String, double[]> weights = weights(one);
    weights.put("pre/kernel", input.data());
    subject.set(weights);
    double[] expected = scaled(one, Golden.known(one.grad_input(), one.name()).data());
    slope(one, subject, batch(identity(input.rows()), input.rows()))
        .ifPresent(
            slope ->
                Close.check(
                    "gradient by the input",
                    slope.gradients().get("pre/kernel"),
                    expected,
                    tolerance));
  }

  /**
   * The gradients for the reference {@code upstream}. What a layer does in training is what models
   * differentiate; what else it may do in prediction only the interpreter differentiates.
   */
  private static Optional<Slope> slope(LayerCase one, Subject subject, Batch batch) {
    Batch targets = batch.withTargets(target(scaled(one, one.output().data()), upstream(one)));
    if (one.training() || !one.settings().type().equals("BatchNorm")) {
      return Optional.of(subject.differentiate(targets));
    }
    return subject instanceof Interpreted interpreted
        ? Optional.of(interpreted.differentiateEvaluation(targets))
        : Optional.empty();
  }

  private static Map<String, double[]> after(Subject subject, Batch batch) {
    return switch (subject) {
      case Interpreted interpreted -> interpreted.after(batch);
      case Computed computed -> {
        computed.step(batch.withTargets(new double[batch.x().length]));
        yield computed.weights();
      }
      default -> throw new AssertionError(subject);
    };
  }

  private static double[] upstream(LayerCase one) {
    return one.upstream().data();
  }

  /** The mean of the squares of what the targets differ by. */
  private static double loss(LayerCase one) {
    double[] upstream = upstream(one);
    return Arrays.stream(upstream).map(u -> u * u * upstream.length / 4).sum();
  }

  private static Map<String, double[]> weights(LayerCase one) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    Golden.weights(one.weights()).forEach((name, values) -> weights.put(name, scaled(one, values)));
    return weights;
  }

  private static double[] scaled(LayerCase one, double[] values) {
    return Arrays.stream(values).map(value -> value * Golden.scale(one)).toArray();
  }

  private static Batch batch(double[] x, int rows) {
    return new Batch(x, x, rows);
  }

  private static double[] target(double[] output, double[] upstream) {
    double[] target = output.clone();
    for (int i = 0; i < target.length; i++) {
      target[i] -= upstream[i] * target.length / 2;
    }
    return target;
  }

  static double[] identity(int size) {
    double[] identity = new double[size * size];
    for (int i = 0; i < size; i++) {
      identity[i * size + i] = 1;
    }
    return identity;
  }
}
