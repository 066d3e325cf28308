package dev.annotron.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.processor.ir.Graphs;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {
  private final Graphs graphs = new Graphs();

  @Test
  void deadValuesMakeRoom() {
    Node x = graphs.input("x", 8);
    Node first = graphs.dense("first", x, 8);
    Node second = graphs.dense("second", first, 8);
    Node third = graphs.dense("third", second, 8);
    MemoryPlan plan = MemoryPlan.plan(graphs.returning(third));
    assertThat(plan.size()).isEqualTo(3 * 8);
    assertThat(plan.slot(third)).isNotEqualTo(plan.slot(second));
  }

  @Test
  void inputsAndOutputsKeepTheirMemory() {
    Node x = graphs.input("x", 4);
    Node y = graphs.dense("y", x, 4, Activation.RELU);
    MemoryPlan plan = MemoryPlan.plan(graphs.returning(y));
    assertThat(plan.slot(x).at()).isZero();
    assertThat(plan.slot(y)).isNotEqualTo(plan.slot(x));
  }

  @Test
  void elementwiseOperationsOverwriteAnOperandThatDies() {
    Node x = graphs.input("x", 4);
    Node sum = graphs.dense("sum", x, 4);
    Node active = graphs.layer("active", new Op.Softmax(), sum);
    MemoryPlan plan = MemoryPlan.plan(graphs.returning(active));
    assertThat(plan.slot(active)).isEqualTo(plan.slot(sum));
  }

  @Test
  void anOperandThatIsReadAgainIsNotOverwritten() {
    Node x = graphs.input("x", 4);
    Node sum = graphs.dense("sum", x, 4);
    Node active = graphs.layer("active", new Op.Softmax(), sum);
    Node both = graphs.layer("both", new Op.Add(), sum, active);
    MemoryPlan plan = MemoryPlan.plan(graphs.returning(both));
    assertThat(plan.slot(active)).isNotEqualTo(plan.slot(sum));
  }

  @Test
  void aReshapedTensorIsItsOperand() {
    Node x = graphs.input("x", 2, 3);
    Node flat = graphs.layer("flat", new Op.Reshape(Shape.of(6)), x);
    Node y = graphs.dense("y", flat, 2);
    MemoryPlan plan = MemoryPlan.plan(graphs.returning(y));
    assertThat(plan.slot(flat)).isEqualTo(plan.slot(x));
    assertThat(plan.size()).isEqualTo(6 + 2);
  }
}
