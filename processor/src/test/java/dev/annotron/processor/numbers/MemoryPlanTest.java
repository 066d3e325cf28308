package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.processor.Stages;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.optimize.Passes;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.plan.MemoryPlan;
import dev.annotron.processor.plan.MemoryPlan.Slot;
import dev.annotron.processor.plan.ModelPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Memory is shared as far as possible, and never too far. */
final class MemoryPlanTest {
  private static final int NETWORKS = 208;
  private static final Variant AUTO = Variant.of(Compute.AUTO);

  @Test
  void everyReadSeesItsValue() {
    for (long seed = 0; seed < NETWORKS; seed++) {
      for (Set<String> disabled : Set.of(Set.<String>of(), Passes.names())) {
        Stages stages = Interpreted.stages(RandomNetwork.of(seed), AUTO.without(disabled));
        String text = "seed " + seed + " without " + disabled;
        assertThat(MemoryWalk.complaints(stages.predict(), stages.plan().predictMemory()))
            .as(text + ", prediction\n" + SpecText.of(RandomNetwork.of(seed)))
            .isEmpty();
        if (stages.plan().evaluate().orElse(null) instanceof ModelPlan.Planned own) {
          assertThat(MemoryWalk.complaints(own.graph(), own.memory()))
              .as(text + ", evaluation\n" + SpecText.of(RandomNetwork.of(seed)))
              .isEmpty();
        }
        assertThat(MemoryWalk.complaints(stages.train(), stages.plan().trainMemory()))
            .as(text + ", training\n" + SpecText.of(RandomNetwork.of(seed)))
            .isEmpty();
      }
    }
  }

  /** In a chain backward reads each layer's result: none may lie where the next one lies. */
  @Test
  void theWalkNoticesWrongPlans() {
    Stages stages = chain(4);
    Graph graph = stages.train();
    MemoryPlan right = stages.plan().trainMemory();
    assertThat(MemoryWalk.complaints(graph, right)).isEmpty();
    List<Node> layers = List.copyOf(graph.layers().values());
    for (int i = 0; i + 1 < layers.size(); i++) {
      Map<Node, Slot> slots = new LinkedHashMap<>(right.slots());
      slots.put(layers.get(i), right.slot(layers.get(i + 1)));
      MemoryPlan wrong = new MemoryPlan(slots, right.size(), right.shared(), right.sharedSize());
      assertThat(MemoryWalk.complaints(graph, wrong)).as("moved " + layers.get(i)).isNotEmpty();
    }
  }

  @Test
  void predictionNeedsTheSameMemoryForAnyDepth() {
    assertThat(chain(100).plan().predictMemory().size())
        .isEqualTo(chain(10).plan().predictMemory().size());
    assertThat(chain(100).plan().predictMemory().size()).isLessThanOrEqualTo(3 * 20 + 20);
  }

  @Test
  void trainingKeepsWhatBackwardReads() {
    int deep = chain(100).plan().trainMemory().size();
    int shallow = chain(50).plan().trainMemory().size();
    assertThat(deep - shallow).as("one activation a layer").isEqualTo(50 * 20);
  }

  private static Stages chain(int depth) {
    return Interpreted.stages(chainNetwork(depth).build(), AUTO);
  }

  static NetworkBuilder chainNetwork(int depth) {
    NetworkBuilder network = new NetworkBuilder("Chain" + depth).input("x", 20);
    for (int i = 1; i <= depth; i++) {
      network.dense("layer" + i, 20, Activation.TANH);
    }
    return network;
  }
}
