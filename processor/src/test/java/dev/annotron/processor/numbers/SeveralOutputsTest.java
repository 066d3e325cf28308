package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Outputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An auxiliary output that later layers read: what is measured, by the formulas; that all ways
 * agree on gradients is for random networks.
 */
final class SeveralOutputsTest {
  private static final double WEIGHT = 0.3;
  private static final double TOLERANCE = 1e-6;

  private static final float[][] X = {{0.5f, -1}, {1, 2}, {-0.3f, 0.2f}};
  private static final float[][] Y = {{1, 0.5f, 2}, {0, -1, 0}, {1, 0.25f, 1}};

  private static ModelSpec network() {
    return new NetworkBuilder("TwoOutputs")
        .input("x", 2)
        .dense("even", 1, Activation.SIGMOID)
        .output(Loss.BINARY_CROSSENTROPY, WEIGHT, Metric.ACCURACY)
        .dense("size", 1, Activation.LINEAR, "x")
        .output(Loss.MEAN_SQUARED_ERROR, 1, Metric.MEAN_ABSOLUTE_ERROR)
        .concatenate("both", -1, "x", "even")
        .dense("digit", 3, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .metrics(Metric.ACCURACY)
        .build();
  }

  private static Model model(Variant variant) {
    Workshop workshop = new Workshop();
    Workshop.Order order = workshop.order(network(), variant);
    return workshop.open().network(order, variant).create(3);
  }

  @ParameterizedTest
  @MethodSource("dev.annotron.processor.numbers.Variant#all")
  void eachOutputIsMeasuredAndTheLossIsTheWeightedSum(Variant variant) {
    Model model = model(variant);
    Evaluation found = model.evaluate(Dataset.of(X, Y));
    double even = 0;
    double size = 0;
    double distance = 0;
    double digit = 0;
    for (int row = 0; row < X.length; row++) {
      float[] p = model.predict(X[row]);
      assertThat(p).hasSize(5);
      even -= Math.log(Y[row][0] == 1 ? p[0] : 1 - p[0]) / X.length;
      size += Math.pow(p[1] - Y[row][1], 2) / X.length;
      distance += Math.abs(p[1] - Y[row][1]) / X.length;
      digit -= Math.log(p[2 + (int) Y[row][2]]) / X.length;
    }
    assertThat(found.names())
        .containsExactly(
            "loss",
            "even_loss",
            "even_accuracy",
            "size_loss",
            "size_mean_absolute_error",
            "digit_loss",
            "digit_accuracy");
    assertThat(found.metric("even_loss")).isCloseTo(even, within(TOLERANCE));
    assertThat(found.metric("size_loss")).isCloseTo(size, within(TOLERANCE));
    assertThat(found.metric("size_mean_absolute_error")).isCloseTo(distance, within(TOLERANCE));
    assertThat(found.metric("digit_loss")).isCloseTo(digit, within(TOLERANCE));
    assertThat(found.loss()).isCloseTo(WEIGHT * even + size + digit, within(TOLERANCE));
  }

  @Test
  void predictionsAreTakenApartByName() throws ReflectiveOperationException {
    Workshop workshop = new Workshop();
    Variant variant = Variant.of(Compute.AUTO);
    Workshop.Order order = workshop.order(network(), variant);
    Network made = workshop.open().network(order, variant);
    Outputs outputs = (Outputs) made.type().getMethod("outputs").invoke(null);
    float[] p = made.create(3).predict(X[0]);

    assertThat(outputs.names()).containsExactly("even", "size", "digit");
    assertThat(outputs.shape("digit")).containsExactly(3);
    assertThat(outputs.of(p, "even")).containsExactly(p[0]);
    assertThat(outputs.of(p, "digit")).containsExactly(p[2], p[3], p[4]);
    assertThat(outputs.of(new float[][] {p, p}, "size"))
        .isDeepEqualTo(new float[][] {{p[1]}, {p[1]}});
    assertThat(outputs.split(p).keySet()).containsExactly("even", "size", "digit");
    assertThat(outputs.split(p).get("size")).containsExactly(p[1]);
    assertThatThrownBy(() -> outputs.of(p, "odd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no output \"odd\"; expected one of [even, size, digit]");
    assertThatThrownBy(() -> outputs.split(new float[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 values; expected 5, of the outputs even[1], size[1], digit[3]");
  }

  @ParameterizedTest
  @MethodSource("dev.annotron.processor.numbers.Variant#all")
  void whatAnotherPredictsIsMeasuredAlike(Variant variant) {
    Model model = model(variant);
    Model other = model(variant);
    Dataset data = Dataset.of(X, Y);
    other.fit(data, new FitOptions().epochs(3).verbose(0));
    Evaluation judged = model.evaluate(data, other);
    Evaluation own = other.evaluate(data);
    assertThat(judged.names()).isEqualTo(own.names());
    for (String name : own.names()) {
      assertThat(judged.metric(name)).as(name).isCloseTo(own.metric(name), within(TOLERANCE));
    }
    assertThat(judged.loss()).isNotCloseTo(model.evaluate(data).loss(), within(TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("dev.annotron.processor.numbers.Variant#all")
  void trainingMakesAllLossesSmall(Variant variant) {
    Dataset data = Dataset.of(X, Y);
    History history =
        model(variant)
            .fit(data, new FitOptions().epochs(400).learningRate(0.05).verbose(0).validation(data));
    assertThat(history.names()).contains("digit_loss", "val_digit_loss", "val_even_accuracy");
    assertThat(history.last("val_even_loss")).isLessThan(0.1);
    assertThat(history.last("val_size_loss")).isLessThan(0.1);
    assertThat(history.last("val_digit_loss")).isLessThan(0.1);
  }

  @ParameterizedTest
  @MethodSource("dev.annotron.processor.numbers.Variant#all")
  void targetsAreCheckedForEachOutput(Variant variant) {
    Model model = model(variant);
    assertThatThrownBy(() -> model.evaluate(Dataset.of(X, new float[] {1, 2, 3})))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 target per sample")
        .hasMessageContaining("expected 3 for the loss BINARY_CROSSENTROPY on even[1]")
        .hasMessageContaining("one after another");
    float[][] wrong = {Y[0], Y[1], {1, 7, 3}};
    assertThatThrownBy(() -> model.evaluate(Dataset.of(X, wrong)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the label 3.0 for digit[3] in row 2");
  }
}
