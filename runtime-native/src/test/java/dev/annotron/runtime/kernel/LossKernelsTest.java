package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossKernelsTest {
  /** Numbers made with Keras. */
  private record Golden(String source, List<Case> cases) {}

  private record Case(
      LossFunction loss,
      int columns,
      double[] target,
      double[] prediction,
      double value,
      double[] gradient) {
    int rows() {
      return prediction.length / columns;
    }

    Tensor predictions() {
      return Tensor.of(prediction.length, i -> prediction[i]);
    }

    Tensor targets() {
      return Tensor.of(target.length, i -> target[i]);
    }
  }

  private static List<Case> golden() {
    try (Reader reader =
        new InputStreamReader(
            LossKernelsTest.class.getResourceAsStream("losses.json"), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, Golden.class).cases();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Arguments> goldenCases() {
    return Implementation.all()
        .flatMap(i -> golden().stream().map(c -> Arguments.of(i, c.loss(), c)));
  }

  static Stream<Arguments> losses() {
    return Implementation.all()
        .flatMap(i -> Stream.of(LossFunction.values()).map(l -> Arguments.of(i, l)));
  }

  @Test
  void goldenCasesCoverEveryLoss() {
    assertThat(golden().stream().map(Case::loss)).containsExactlyInAnyOrder(LossFunction.values());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("goldenCases")
  void valueIsThatOfKeras(Implementation implementation, LossFunction loss, Case golden) {
    double value = value(implementation.ready(), loss, golden.predictions(), golden.targets());
    assertThat(value).isCloseTo(golden.value(), within(2e-6 * golden.value()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("goldenCases")
  void gradientIsThatOfKeras(Implementation implementation, LossFunction loss, Case golden) {
    Tensor prediction = golden.predictions();
    activate(implementation.ready(), loss, prediction, golden.rows(), golden.columns());
    Tensor dx = Tensor.empty(prediction.size());
    Tensor target = golden.targets();
    implementation
        .ready()
        .lossGradient(
            loss,
            3,
            prediction.segment(),
            prediction.at(),
            target.segment(),
            target.at(),
            dx.segment(),
            dx.at(),
            golden.rows(),
            golden.columns());
    dx.assertIs(i -> 3 * golden.gradient()[i], 2e-6);
  }

  /** The fused forms' gradients take the activated outputs. */
  private static void activate(
      Kernels kernels, LossFunction loss, Tensor x, int rows, int columns) {
    if (loss.name().startsWith("BINARY") && loss.name().endsWith("_LOGITS")) {
      kernels.activation(
          Function.SIGMOID, 0, x.segment(), x.at(), x.segment(), x.at(), rows * columns);
    } else if (loss.name().endsWith("_LOGITS")) {
      kernels.softmax(x.segment(), x.at(), x.segment(), x.at(), rows, columns);
    }
  }

  private static double value(
      Kernels kernels, LossFunction loss, Tensor prediction, Tensor target) {
    int rows = loss.sparse() ? target.size() : rows(prediction.size());
    return kernels.loss(
        loss,
        prediction.segment(),
        prediction.at(),
        target.segment(),
        target.at(),
        rows,
        prediction.size() / rows);
  }

  /** Golden cases have six rows; others of this test one. */
  private static int rows(int size) {
    return size % 6 == 0 ? 6 : 1;
  }

  @ParameterizedTest
  @MethodSource("losses")
  void staysFiniteForExtremePredictions(Implementation implementation, LossFunction loss) {
    boolean logits = loss.name().endsWith("_LOGITS");
    Tensor prediction = Tensor.of(10, i -> (i % 2) * (logits ? 200 : 1));
    Tensor target = Tensor.of(loss.sparse() ? 1 : 10, i -> i == 0 ? 0 : 1);
    double value = value(implementation.ready(), loss, prediction, target);
    assertThat(value).isFinite().isNotNegative();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void letsNanThrough(Implementation implementation, LossFunction loss) {
    Tensor prediction = Tensor.of(7, i -> i == 1 ? Double.NaN : 0.5);
    Tensor target = Tensor.of(loss.sparse() ? 1 : 7, _ -> 1);
    assertThat(value(implementation.ready(), loss, prediction, target)).isNaN();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void agreesWithJavaAtAwkwardSizes(Implementation implementation, LossFunction loss) {
    for (int columns : new int[] {1, 2, 3, 7, 8, 9, 31, 33, 67, 131}) {
      int rows = 85;
      Tensor random = Tensor.random(rows * columns, columns);
      Tensor p = Tensor.of(rows * columns, i -> Functions.sigmoid(random.get(i)));
      Tensor t = Tensor.of(rows * (loss.sparse() ? 1 : columns), i -> (i * 7 + 3) % columns);
      Result expected = run(new JavaKernels(), loss, p, t, rows);
      Result found = run(implementation.ready(), loss, p, t, rows);
      assertThat(found.value())
          .isCloseTo(expected.value(), within(1e-6 * Math.abs(expected.value()) + 1e-6));
      found.gradient().assertIs(expected.gradient()::get, 1e-6);
    }
  }

  private record Result(double value, Tensor gradient) {}

  private static Result run(Kernels kernels, LossFunction loss, Tensor p, Tensor t, int rows) {
    int columns = p.size() / rows;
    Tensor dx = Tensor.empty(p.size());
    kernels.lossGradient(
        loss, 1, p.segment(), p.at(), t.segment(), t.at(), dx.segment(), dx.at(), rows, columns);
    double value = kernels.loss(loss, p.segment(), p.at(), t.segment(), t.at(), rows, columns);
    return new Result(value, dx);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesLabelsThatAreNoClass(Implementation implementation, LossFunction loss) {
    if (loss.sparse()) {
      for (float label : new float[] {-1, 3, 1.5f, Float.NaN, 1e20f}) {
        Tensor prediction = Tensor.of(6, _ -> 0.3);
        Tensor target = Tensor.of(2, i -> i == 0 ? 2 : label);
        Kernels kernels = implementation.ready();
        assertThatThrownBy(() -> value(kernels, loss, prediction, target))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("from 0 to 2")
            .hasMessageContaining("found " + label);
        assertThatThrownBy(
                () ->
                    kernels.lossGradient(
                        loss,
                        1,
                        prediction.segment(),
                        prediction.at(),
                        target.segment(),
                        target.at(),
                        prediction.segment(),
                        prediction.at(),
                        2,
                        3))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("found " + label);
      }
    }
  }
}
