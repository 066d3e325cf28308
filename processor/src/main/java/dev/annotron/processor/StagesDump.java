package dev.annotron.processor;

import dev.annotron.processor.ir.Dump;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.plan.KernelPlan;
import dev.annotron.processor.plan.MemoryPlan;
import dev.annotron.processor.plan.MemoryPlan.Slot;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every stage of a model as text. */
final class StagesDump {
  private StagesDump() {}

  static String dump(Stages stages) {
    KernelPlan kernels = stages.plan().kernels();
    return section("layers", Dump.dump(stages.forward()))
        + section("loss", Dump.dump(stages.loss()))
        + section("autodiff", Dump.dump(stages.differentiated()))
        + section("predict", planned(stages.predict(), stages.plan().predictMemory(), kernels))
        + stages
            .plan()
            .evaluate()
            .map(plan -> section("evaluate", planned(plan.graph(), plan.memory(), kernels)))
            .orElse("")
        + section("train", planned(stages.train(), stages.plan().trainMemory(), kernels))
        + section("weights", weights(stages));
  }

  private static String section(String name, String text) {
    return "== " + name + "\n" + text + "\n";
  }

  private static String planned(Graph graph, MemoryPlan memory, KernelPlan kernels) {
    long apart = memory.slots().keySet().stream().mapToLong(n -> n.shape().size()).sum();
    return Dump.dump(graph, node -> remark(node, memory, kernels))
        + "memory %d floats per sample, %d without reuse, and %d for all, %s the heap%n"
            .formatted(memory.size(), apart, memory.sharedSize(), kernels.offHeap() ? "off" : "on")
            .replace(System.lineSeparator(), "\n");
  }

  private static String remark(Node node, MemoryPlan memory, KernelPlan kernels) {
    return place("at", memory.slots().get(node))
        + place("behind at", memory.shared().get(node))
        + " "
        + kernels.way(node).name().toLowerCase(Locale.ROOT);
  }

  private static String place(String word, @Nullable Slot slot) {
    return slot == null ? "" : " " + word + " " + slot.at() + ".." + (slot.at() + slot.size());
  }

  private static String weights(Stages stages) {
    StringBuilder text = new StringBuilder();
    stages
        .plan()
        .weights()
        .offsets()
        .forEach((name, at) -> text.append(at).append(" ").append(name).append('\n'));
    return text.append(stages.plan().weights().size()).append(" floats\n").toString();
  }
}
