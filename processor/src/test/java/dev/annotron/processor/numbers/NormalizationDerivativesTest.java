package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.NormalizationOp.Groups;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives of {@link NormalizationOp}s, against central differences in double. */
final class NormalizationDerivativesTest {
  private static final double TOLERANCE = 1e-6;
  private static final double EPSILON = 0.01;
  private static final Map<String, Case> CASES = cases();

  /** Builds what is differentiated; {@code n} is an awkward size. */
  private interface Case {
    Node build(CentralDifferences check, int n);
  }

  static Stream<String> names() {
    return CASES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void derivativeIsRight(String name) {
    assertThat(worst(name, same -> same)).isLessThan(TOLERANCE);
  }

  @Test
  void forgottenPartsOfDerivativesAreNoticed() {
    assertThat(worst("batch with gain and bias", NormalizationDerivativesTest::otherRows))
        .isGreaterThan(1e-3);
    assertThat(worst("rows with gain and bias", NormalizationDerivativesTest::notCentered))
        .isGreaterThan(1e-3);
  }

  private static Op otherRows(Op op) {
    return op instanceof NormalizationOp.BatchSlopes(double epsilon, int rows)
        ? new NormalizationOp.BatchSlopes(epsilon, rows + 1)
        : op;
  }

  private static Op notCentered(Op op) {
    return op instanceof NormalizationOp.NormalizeGradient(Groups g, boolean hasGain)
        ? new NormalizationOp.NormalizeGradient(
            new Groups(g.outer(), g.groups(), g.inner(), g.scaled(), false, g.epsilon()), hasGain)
        : op;
  }

  private static double worst(String name, UnaryOperator<Op> mistake) {
    double worst = 0;
    for (int rows : new int[] {2, 5}) {
      for (int n : new int[] {1, 3, 17}) {
        CentralDifferences check = new CentralDifferences(31L * rows + n, rows);
        worst = Math.max(worst, check.worstError(CASES.get(name).build(check, n), mistake));
      }
    }
    return worst;
  }

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put("batch", (check, n) -> batch(check, n, false, false));
    cases.put("batch with gain", (check, n) -> batch(check, n, true, false));
    cases.put("batch with gain and bias", (check, n) -> batch(check, n, true, true));
    cases.put("constant statistics", NormalizationDerivativesTest::constant);
    cases.put("rows", (check, n) -> rows(check, n, true, false, false));
    cases.put("rows with bias", (check, n) -> rows(check, n, true, false, true));
    cases.put("rows with gain and bias", (check, n) -> rows(check, n, true, true, true));
    cases.put("mean squares with gain", (check, n) -> rows(check, n, false, true, false));
    cases.put(
        "groups of channels",
        (check, n) -> {
          Groups groups = new Groups(3, n, 2, 2 * n, true, EPSILON);
          Node x = check.operand(Shape.of(3, 2 * n), v -> v);
          Node gain = check.shared(Shape.of(2 * n));
          Node bias = check.shared(Shape.of(2 * n));
          return check.add(new NormalizationOp.Normalize(groups, true, true), x, gain, bias);
        });
    return cases;
  }

  /** As {@code @BatchNorm} composes it in training. */
  private static Node batch(CentralDifferences check, int n, boolean gain, boolean bias) {
    Node x = check.operand(Shape.of(3, n), v -> v);
    Node mean = check.add(new NormalizationOp.BatchMean(), x);
    Node variance = check.add(new NormalizationOp.BatchVariance(), x, mean);
    Node inverse = check.add(new NormalizationOp.InverseDeviation(EPSILON), variance);
    Node factor =
        gain
            ? check.add(
                new ElementOp.Combine(Combination.MULTIPLY), check.shared(Shape.of(n)), inverse)
            : inverse;
    Op standardize = new NormalizationOp.Standardize(EPSILON, bias, true);
    return bias
        ? check.add(standardize, x, mean, variance, factor, check.shared(Shape.of(n)))
        : check.add(standardize, x, mean, variance, factor);
  }

  /** The statistics are given; the factor is trained. */
  private static Node constant(CentralDifferences check, int n) {
    Node x = check.operand(Shape.of(3, n), v -> v);
    Node mean = check.constant(Shape.of(n));
    Node factor = check.shared(Shape.of(n));
    Node bias = check.shared(Shape.of(n));
    return check.add(
        new NormalizationOp.Standardize(EPSILON, true, false), x, mean, mean, factor, bias);
  }

  private static Node rows(
      CentralDifferences check, int n, boolean centered, boolean gain, boolean bias) {
    Groups groups = new Groups(1, 2, n, n, centered, EPSILON);
    Node x = check.operand(Shape.of(2, n), v -> v);
    Op normalize = new NormalizationOp.Normalize(groups, gain, bias);
    if (gain && bias) {
      return check.add(normalize, x, check.shared(Shape.of(n)), check.shared(Shape.of(n)));
    }
    return gain || bias
        ? check.add(normalize, x, check.shared(Shape.of(n)))
        : check.add(normalize, x);
  }
}
