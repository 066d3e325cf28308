package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.MemoryPlan;
import dev.annotron.processor.plan.MemoryPlan.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the runtime where inputs, target, outputs and layers lie. */
final class LayoutEmitter {
  private final Graph graph;
  private final MemoryPlan places;

  LayoutEmitter(Graph graph, MemoryPlan places) {
    this.graph = graph;
    this.places = places;
  }

  /**
   * The expression that makes a layout.
   *
   * @param layers the list of layers' results that are there when the loss is known
   */
  CodeBlock emit(CodeBlock layers) {
    int losses = separateLosses();
    return CodeBlock.of(
        "new $T(\n$L,\n$L,\n$L,\n$L,\n$L,\n$L,\n$L,\n$L,\n$L)",
        RuntimeTypes.LAYOUT,
        places.size(),
        places.sharedSize() + losses,
        list(
            graph.inputs().stream()
                .map(input -> slot(graph.layerOf(input), places.slot(input)))
                .toList()),
        list(graph.targets().stream().map(t -> slot(name(t), places.slot(t))).toList()),
        graph
            .sampleWeights()
            .map(weights -> slot("sampleWeights", places.slot(weights)))
            .orElseGet(() -> slot("sampleWeights", new Slot(0, 0))),
        list(graph.outputs().stream().map(o -> slot(graph.layerOf(o), places.slot(o))).toList()),
        list(graph.outputLosses().stream().map(this::mask).toList()),
        slot("losses", new Slot(losses == 0 ? 0 : places.sharedSize(), losses)),
        layers);
  }

  private static String name(Node target) {
    return ((Op.Target) target.op()).output();
  }

  private CodeBlock mask(Node loss) {
    String output = Operands.target(loss).output();
    return Graph.mask(loss)
        .map(mask -> slot(output, places.slot(mask)))
        .orElseGet(() -> slot(output, new Slot(0, 0)));
  }

  /** The losses that the runtime is told one by one: of several, all; they lie behind all else. */
  private int separateLosses() {
    int losses = graph.outputLosses().size();
    return losses > 1 ? losses : 0;
  }

  /** The places of the layers' results that are intact. */
  List<CodeBlock> intactLayers() {
    List<CodeBlock> slots = new ArrayList<>();
    intactLayers(graph, places).forEach((name, node) -> slots.add(slot(name, places.slot(node))));
    return slots;
  }

  /** The layers' results that nothing overwrote before the loss was computed. */
  static Map<String, Node> intactLayers(Graph graph, MemoryPlan places) {
    List<Node> before =
        graph.nodes().stream()
            .filter(node -> !node.origin().backward() && node.type().batched())
            .toList();
    Map<String, Node> intact = new LinkedHashMap<>();
    graph
        .layers()
        .forEach(
            (name, node) -> {
              if (before.subList(before.indexOf(node) + 1, before.size()).stream()
                  .noneMatch(later -> overwrites(places.slot(later), later, places.slot(node)))) {
                intact.put(name, node);
              }
            });
    return intact;
  }

  private static boolean overwrites(Slot slot, Node later, Slot other) {
    boolean writes = !(later.op() instanceof Op.Reshape) && !(later.op() instanceof Op.Source);
    return writes && slot.overlaps(other);
  }

  private static CodeBlock list(List<CodeBlock> slots) {
    return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(slots, ", "));
  }

  private static CodeBlock slot(String name, Slot slot) {
    return CodeBlock.of("new $T($S, $L, $L)", RuntimeTypes.SLOT, name, slot.at(), slot.size());
  }
}
