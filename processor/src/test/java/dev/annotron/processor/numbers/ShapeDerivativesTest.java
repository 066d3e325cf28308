package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.ir.ShapeOp;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives of operations that move values, against central differences in double. */
final class ShapeDerivativesTest {
  private static final double TOLERANCE = 1e-7;

  static Stream<Op> operations() {
    return Stream.of(
        new ShapeOp.Swap(0),
        new ShapeOp.Swap(1),
        new ShapeOp.Pad(0, 2, 0),
        new ShapeOp.Pad(1, 1, 3),
        new ShapeOp.Pad(2, 0, 1),
        new ShapeOp.Reverse(0),
        new ShapeOp.Reverse(2),
        new Op.Slice(0, 1, 1),
        new Op.Slice(1, 2, 3),
        new Op.Slice(2, 0, 1));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void derivativeIsRight(Op op) {
    for (int rows : new int[] {1, 3}) {
      CentralDifferences check = new CentralDifferences(rows, rows);
      double worst =
          check.worstError(check.add(op, check.operand(Shape.of(2, 5, 3), x -> x)), same -> same);
      assertThat(worst).isLessThan(TOLERANCE);
    }
  }
}
