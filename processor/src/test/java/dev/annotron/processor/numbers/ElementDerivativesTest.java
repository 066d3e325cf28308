package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.RandomOp;
import dev.annotron.processor.ir.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives of {@link ElementOp}s, against central differences in double. */
final class ElementDerivativesTest {
  private static final double TOLERANCE = 1e-7;
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
  void wrongDerivativesAreNoticed() {
    assertThat(worst("maximum", ElementDerivativesTest::otherOperand)).isGreaterThan(1e-3);
    assertThat(worst("minimum", ElementDerivativesTest::otherOperand)).isGreaterThan(1e-3);
  }

  private static Op otherOperand(Op op) {
    return op instanceof ElementOp.Choose(Combination how, boolean first)
        ? new ElementOp.Choose(how, !first)
        : op;
  }

  private static double worst(String name, UnaryOperator<Op> mistake) {
    double worst = 0;
    for (int rows : new int[] {1, 3}) {
      for (int n : new int[] {1, 5, 17}) {
        CentralDifferences check = new CentralDifferences(31L * rows + n, rows);
        worst = Math.max(worst, check.worstError(CASES.get(name).build(check, n), mistake));
      }
    }
    return worst;
  }

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    for (Combination how : Combination.values()) {
      cases.put(how.name().toLowerCase(java.util.Locale.ROOT), combination(how));
    }
    cases.put(
        "square",
        (check, n) -> {
          Node x = check.operand(Shape.of(n), v -> v);
          return check.add(new ElementOp.Combine(Combination.MULTIPLY), x, x);
        });
    cases.put(
        "affine",
        (check, n) -> check.add(new ElementOp.Affine(-0.7, 2), check.operand(Shape.of(n), v -> v)));
    cases.put(
        "scale",
        (check, n) ->
            check.add(
                new ElementOp.Scale(),
                check.operand(Shape.of(2, 3, n), v -> v),
                check.shared(Shape.of(3, n))));
    cases.put(
        "prelu",
        (check, n) ->
            check.add(
                new ElementOp.Prelu(),
                check.operand(Shape.of(2, n), ElementDerivativesTest::awayFromZero),
                check.shared(Shape.of(n))));
    cases.put(
        "dropout",
        (check, n) ->
            check.add(new RandomOp.Dropout(0.4, 3, 4 * n), check.operand(Shape.of(4, n), v -> v)));
    cases.put(
        "dropout of channels",
        (check, n) ->
            check.add(new RandomOp.Dropout(0.4, 3, n), check.operand(Shape.of(4, n), v -> v)));
    cases.put(
        "noise",
        (check, n) -> check.add(new RandomOp.Noise(0.4, 3), check.operand(Shape.of(4, n), v -> v)));
    cases.put(
        "repeat",
        (check, n) ->
            check.add(new ElementOp.Repeat(1, 3), check.operand(Shape.of(2, 1, n), v -> v)));
    cases.put(
        "sum axis",
        (check, n) ->
            check.add(new ElementOp.SumAxis(1), check.operand(Shape.of(2, n, 3), v -> v)));
    return cases;
  }

  /** Operands that are never near each other: one is a multiple of 1, the other lies between. */
  private static Case combination(Combination how) {
    return (check, n) ->
        check.add(
            new ElementOp.Combine(how),
            check.operand(Shape.of(2, n), Math::rint),
            check.operand(Shape.of(2, n), v -> Math.rint(v) + 0.4));
  }

  private static double awayFromZero(double x) {
    return x + Math.copySign(0.1, x);
  }
}
