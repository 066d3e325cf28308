package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.RecurrentOp.Cell;
import dev.annotron.processor.ir.RecurrentOp.Kind;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The derivatives of recurrence, attention and embeddings, against central differences. */
final class SequenceDerivativesTest {
  /**
   * Differences lose more than derivatives do. With values up to 1, a tenth of the step makes a
   * hundredth of a GRU's error, down to 3e-8, where rounding begins. With values up to 2 a state
   * that is not bounded by its gates, as of SILU, grows so fast that no step fits.
   */
  private static final double TOLERANCE = 1e-6;

  private static final int[] ROWS = {1, 3};

  @ParameterizedTest
  @EnumSource
  void statesHaveDerivativesByAllOperands(Kind kind) {
    for (int rows : ROWS) {
      for (int units : new int[] {1, 2, 5}) {
        for (Activation activation : List.of(Activation.TANH, Activation.GELU)) {
          assertThat(worst(kind, rows, units, activation, true, false)).isLessThan(TOLERANCE);
          assertThat(worst(kind, rows, units, activation, false, true)).isLessThan(TOLERANCE);
        }
      }
    }
  }

  private static double worst(
      Kind kind, int rows, int units, Activation activation, boolean last, boolean masked) {
    boolean hasBias = kind == Kind.GRU;
    Pointwise gate = Pointwise.of(last ? Activation.SIGMOID : Activation.SILU);
    Cell cell = new Cell(kind, units, Pointwise.of(activation), gate, hasBias, masked);
    CentralDifferences check = new CentralDifferences(units, rows);
    List<Node> operands = new ArrayList<>();
    operands.add(check.operand(Shape.of(4, cell.gates()), x -> x / 2));
    operands.add(check.shared(Shape.of(units, cell.gates()), x -> x / 2 / Math.sqrt(units)));
    if (hasBias) {
      operands.add(check.shared(Shape.of(2, cell.gates()), x -> x / 2));
    }
    if (masked) {
      Node steps = check.constant(Shape.of(4, 1), x -> x > 0.5 ? 0 : 1 + x * x);
      operands.add(check.add(new SequenceOp.Mask(0), steps));
    }
    operands.addFirst(check.add(new RecurrentOp.Recur(cell), operands.toArray(Node[]::new)));
    Node states = check.add(new RecurrentOp.States(cell, last), operands.toArray(Node[]::new));
    return check.worstError(states, op -> op);
  }

  @ParameterizedTest
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void productsHaveDerivativesByBoth(boolean transposeA, boolean transposeB) {
    for (int rows : ROWS) {
      CentralDifferences check = new CentralDifferences(rows, rows);
      Node a = check.operand(transposeA ? Shape.of(2, 3, 5) : Shape.of(2, 5, 3), x -> x);
      Node b = check.operand(transposeB ? Shape.of(2, 7, 3) : Shape.of(2, 3, 7), x -> x);
      Node y = check.add(new SequenceOp.Products(transposeA, transposeB, 0.7), a, b);
      assertThat(check.worstError(y, op -> op)).isLessThan(TOLERANCE);
    }
  }

  @Test
  void hiddenScoresHaveNoDerivative() {
    CentralDifferences check = new CentralDifferences(1, 2);
    Node scores = check.operand(Shape.of(2, 3, 3), x -> x);
    Node steps = check.constant(Shape.of(3, 1), x -> x > 0 ? 0 : 1);
    Node mask = check.add(new SequenceOp.Mask(0), steps);
    Node hidden = check.add(new SequenceOp.Hide(true, true, -5), scores, mask);
    assertThat(check.worstError(hidden, op -> op)).isLessThan(TOLERANCE);
  }

  @Test
  void embeddingsHaveADerivativeByTheirTable() {
    CentralDifferences check = new CentralDifferences(1, 3);
    Node ids = check.constant(Shape.of(4), x -> Math.floor(x + 2) + 0.5);
    Node rows = check.add(new SequenceOp.Embed(), ids, check.shared(Shape.of(4, 3)));
    assertThat(check.worstError(rows, op -> op)).isLessThan(TOLERANCE);
  }

  @Test
  void productsOfManyRowsHaveDerivatives() {
    CentralDifferences check = new CentralDifferences(1, 3);
    Node x = check.operand(Shape.of(2, 3, 5), v -> v);
    Node y = check.add(new Op.MatMul(), x, check.shared(Shape.of(5, 2)));
    assertThat(check.worstError(y, op -> op)).isLessThan(TOLERANCE);
  }
}
