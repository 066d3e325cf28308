package dev.annotron.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Graphs;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.optimize.Passes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelPlanTest {
  private static KernelPlan plan(int in, int units, int batch, Compute compute) {
    Graphs graphs = new Graphs();
    Node x = graphs.input("x", in);
    Graph graph = Passes.afterAutodiff(graphs.returning(graphs.dense("y", x, units)), Set.of());
    return KernelPlan.plan(graph.nodes(), batch, compute);
  }

  private static List<Way> ways(KernelPlan plan) {
    return plan.ways().values().stream().filter(way -> way != Way.FREE).toList();
  }

  @Test
  void tinyOperationsAreUnrolled() {
    KernelPlan plan = plan(2, 8, 4, Compute.AUTO);
    assertThat(ways(plan)).containsExactly(Way.UNROLLED);
    assertThat(plan.offHeap()).isFalse();
  }

  @Test
  void middlingOperationsAreLoops() {
    assertThat(ways(plan(12, 12, 16, Compute.AUTO))).containsExactly(Way.LOOP);
  }

  @Test
  void largeOperationsAreKernels() {
    KernelPlan plan = plan(784, 50, 32, Compute.AUTO);
    assertThat(ways(plan)).containsExactly(Way.NATIVE);
    assertThat(plan.offHeap()).isTrue();
  }

  @Test
  void theBatchCounts() {
    assertThat(plan(32, 32, 1, Compute.AUTO).offHeap()).isFalse();
    assertThat(plan(32, 32, 256, Compute.AUTO).offHeap()).isTrue();
  }

  @Test
  void oneWayCanBeForced() {
    assertThat(ways(plan(20, 20, 16, Compute.UNROLLED))).containsExactly(Way.UNROLLED);
    assertThat(ways(plan(2, 8, 4, Compute.LOOP))).containsExactly(Way.LOOP);
    assertThat(ways(plan(2, 8, 4, Compute.NATIVE))).containsExactly(Way.NATIVE);
    assertThat(plan(2, 8, 4, Compute.NATIVE).offHeap()).isTrue();
    assertThat(plan(784, 50, 32, Compute.LOOP).offHeap()).isFalse();
  }

  @Test
  void whatIsTooLargeToUnrollIsALoop() {
    assertThat(ways(plan(784, 512, 4, Compute.UNROLLED))).containsExactly(Way.LOOP);
    assertThat(ways(plan(Budgets.UNROLLED_SUM + 1, 1, 4, Compute.UNROLLED)))
        .containsExactly(Way.LOOP);
  }
}
