package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.plan.Budgets;
import dev.annotron.processor.plan.MemoryPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The methods that compute layers, one per layer and direction, or several where one would be too
 * large for HotSpot. Layers whose straight-line code shares a loop share a method too. A method is
 * given the places of its tensors, so that prediction and training, which place them differently,
 * share it.
 */
final class LayerMethods {
  static final String ROWS = "rows";
  static final String DRAW = "draw";
  static final String RATE = "learningRate";

  private final Memory memory;
  private final NameAllocator names = new NameAllocator();
  private final Map<Signature, MethodSpec> methods = new LinkedHashMap<>();

  /** What makes two methods the same. */
  private record Signature(String parameters, String body) {}

  LayerMethods(Memory memory) {
    this.memory = memory;
    List.of("predict", "evaluate", "differentiate", "update", "beginStep", "endStep")
        .forEach(names::newName);
  }

  /** All methods made so far. */
  List<MethodSpec> methods() {
    return List.copyOf(methods.values());
  }

  /**
   * Makes the methods that compute some nodes, and returns the calls of them, in order.
   *
   * @param suffix what is added to a layer's name to name its method
   */
  List<CodeBlock> compute(
      List<Node> nodes, Emitters emitters, Operands operands, MemoryPlan places, String suffix) {
    List<CodeBlock> calls = new ArrayList<>();
    Group group = new Group();
    for (Computed computed : emitters.emit(nodes)) {
      if (!group.takes(computed)) {
        calls.add(group.finish(operands, places, suffix));
        group = new Group();
      }
      group.add(computed, computed.nodes().stream().anyMatch(emitters::takesStep));
    }
    if (!group.pieces.isEmpty()) {
      calls.add(group.finish(operands, places, suffix));
    }
    return calls;
  }

  /** Consecutive pieces that go to one method. */
  private final class Group {
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<Node> tensors = new LinkedHashSet<>();
    private final Set<Node.Origin> origins = new LinkedHashSet<>();
    private boolean random;
    private boolean stepping;

    boolean takes(Computed next) {
      int bytes = pieces.stream().mapToInt(Piece::bytes).sum() + next.piece().bytes();
      boolean isSameLayer =
          origins.size() == 1
              && next.nodes().stream().map(Node::origin).allMatch(origins::contains);
      return pieces.isEmpty() || (isSameLayer && bytes <= Budgets.METHOD_BYTES);
    }

    void add(Computed next, boolean takesStep) {
      next.nodes().forEach(node -> origins.add(node.origin()));
      stepping |= takesStep;
      random |= next.nodes().stream().anyMatch(node -> node.op().isRandom());
      pieces.add(next.piece());
      tensors.addAll(next.tensors());
    }

    CodeBlock finish(Operands operands, MemoryPlan places, String suffix) {
      List<Operand> used = tensors.stream().map(operands::of).toList();
      Set<String> arrays = used.stream().map(Operand::array).collect(Collectors.toSet());
      List<String> arguments = new ArrayList<>();
      MethodSpec.Builder method =
          MethodSpec.methodBuilder("unnamed").addModifiers(Modifier.PRIVATE);
      for (String array : List.of(Operand.WEIGHTS, Operand.GRADIENTS, Operand.WORK)) {
        if (arrays.contains(array) || (stepping && array.equals(Operand.WEIGHTS))) {
          method.addParameter(memory.type(), array);
          arguments.add(array);
        }
      }
      for (Operand operand : used) {
        if (operand.isParameter()) {
          method.addParameter(memory.index(), operand.base());
          arguments.add(base(operand, places));
        }
      }
      method.addParameter(TypeName.INT, ROWS);
      arguments.add(ROWS);
      if (random) {
        method.addParameter(TypeName.LONG, DRAW);
        arguments.add(DRAW);
      }
      if (stepping) {
        method.addParameter(TypeName.FLOAT, RATE);
        arguments.add(RATE);
      }
      pieces.forEach(piece -> method.addCode(piece.code()));
      return CodeBlock.of("$N($L)", named(method, used, suffix), String.join(", ", arguments));
    }

    /** {@code hidden}, or {@code hiddenToAnswer}. */
    private String layers() {
      List<String> layers = origins.stream().map(Node.Origin::layer).distinct().toList();
      String first = JavaNames.variable(layers.getFirst());
      return layers.size() == 1
          ? first
          : first + "To" + JavaNames.capitalized(JavaNames.variable(layers.getLast()));
    }

    private MethodSpec named(MethodSpec.Builder method, List<Operand> used, String suffix) {
      MethodSpec draft = method.build();
      Signature signature = new Signature(draft.parameters().toString(), draft.code().toString());
      return methods.computeIfAbsent(
          signature,
          _ ->
              method
                  .setName(names.newName(layers() + suffix))
                  .addJavadoc("$L\n", shapes(used))
                  .build());
    }
  }

  /** {@code bits[2], hidden/kernel[2,8] → hidden[8]}: what a method reads and writes. */
  private static String shapes(List<Operand> used) {
    return used.stream()
        .map(operand -> "{@code " + operand.base() + operand.node().shape() + "}")
        .collect(Collectors.joining(", "));
  }

  private String base(Operand operand, MemoryPlan places) {
    Node node = operand.node();
    String place =
        node.type().batched()
            ? memory.place(places.slot(node).at())
            : memory.sharedPlace(places.size(), places.sharedSlot(node).at());
    return "/* " + operand.base() + " */ " + place;
  }
}
