package dev.annotron.processor.emit;

import com.palantir.javapoet.NameAllocator;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.KernelOp;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.RandomOp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names every tensor of a graph as a careful person would: {@code hidden}, {@code dHidden}. */
final class Operands {
  /** Names that generated methods use for themselves. */
  private static final List<String> TAKEN =
      List.of(
          "weights",
          "gradients",
          "work",
          "rows",
          "draw",
          "learningRate",
          "state",
          Operand.KERNELS,
          Operand.INPUT_KERNELS,
          "r",
          "i",
          "j",
          "k");

  /** Types that they name; a variable of the same name would hide them, as it would a constant. */
  private static final List<String> TYPES =
      List.of(
          "Functions",
          "HeapKernels",
          "HeapLosses",
          "HeapSteps",
          "Math",
          "Combination",
          "Chance",
          "Function",
          "Geometry",
          "LossFunction",
          "RecurrentCell",
          "MemorySegment",
          "ValueLayout",
          "System");

  /** Names that they make up: accumulators, loaded values, and where a sample's row starts. */
  private static final Pattern MADE_UP = Pattern.compile("[sxd]\\d+|.*Row|d\\p{Lu}.*\\d+");

  private final Map<Node, Operand> operands = new HashMap<>();
  private final NameAllocator names = new NameAllocator();

  private Operands() {}

  /**
   * @param constants the names of the constants that hold the weights' places, by weight name
   */
  static Operands of(Graph graph, Map<String, String> constants) {
    Operands operands = new Operands();
    NameAllocator names = operands.names;
    TAKEN.forEach(names::newName);
    TYPES.forEach(names::newName);
    constants.values().forEach(names::newName);
    customTypes(graph).forEach(names::newName);
    Map<Node, String> layers = new HashMap<>();
    graph.layers().forEach((name, node) -> layers.put(node, name));
    for (Node node : graph.nodes()) {
      String wish = JavaNames.variable(layers.getOrDefault(node, wish(node, graph)));
      String name = MADE_UP.matcher(wish).matches() ? wish + "_" : wish;
      String allocated = names.newName(name);
      operands.put(new Operand(node, Operand.WORK, allocated, allocated));
    }
    Map<Node, Node> destinations = graph.destinations();
    for (Node node : graph.nodes()) {
      Node owner = node.owner();
      if (owner.op() instanceof Op.Parameter parameter) {
        String constant = Known.get(constants, parameter.name());
        operands.put(new Operand(node, Operand.WEIGHTS, constant, constant));
      } else if (destinations.containsKey(owner)) {
        Node parameter = Known.get(destinations, owner);
        String constant = Known.get(constants, ((Op.Parameter) parameter.op()).name());
        operands.put(new Operand(node, Operand.GRADIENTS, constant, operands.of(node).name()));
      }
    }
    return operands;
  }

  /** The names that are taken, for variables of a method. */
  NameAllocator names() {
    return names.clone();
  }

  Operand of(Node node) {
    return Known.get(operands, node);
  }

  /** A node's operands and its result, as kernels take them: {@code work, x, work, y}. */
  String tensors(Node node) {
    return Stream.concat(node.inputs().stream(), Stream.of(node))
        .map(this::of)
        .map(operand -> operand.array() + ", " + operand.base())
        .collect(Collectors.joining(", "));
  }

  private void put(Operand operand) {
    operands.put(operand.node(), operand);
  }

  /**
   * What the full names of users' own classes start with: a variable of that name would hide them.
   */
  private static Set<String> customTypes(Graph graph) {
    Set<String> starts = new TreeSet<>();
    for (Node node : graph.nodes()) {
      if (node.op() instanceof ElementOp.Custom custom) {
        starts.add(custom.function().type().split("\\.", 2)[0]);
      }
    }
    return starts;
  }

  private static String wish(Node node, Graph graph) {
    String layer = node.origin().layer();
    String gradient = "d" + JavaNames.capitalized(layer);
    return switch (node.op()) {
      case Op.Input input -> input.name();
      case Op.Target target -> ofOutput("target", target, graph);
      case Op.SampleWeights _ -> "sampleWeights";
      case Op.Parameter parameter -> parameter.name();
      case Op.MatMul _ -> layer + "Product";
      case Op.AddBias _, Op.Dense _ -> layer + "Sum";
      case Op.Activate _, Op.Softmax _ -> layer;
      case Op.Add _ -> node.origin().backward() ? gradient + "Total" : layer + "Part";
      case Op.Concat _ -> layer;
      case Op.Reshape _ -> node.origin().backward() ? gradient + "Shaped" : layer;
      case Op.Loss _ -> "loss";
      case Op.ActivityPenalty _ -> layer + "Penalty";
      case Op.ActivityGradient _ -> gradient + "Penalty";
      case Op.LossGradient _ -> ofOutput("dOutput", target(node), graph);
      case Op.MatMulInputGradient _ -> gradient + "Input";
      case Op.MatMulKernelGradient _ -> gradient + "Kernel";
      case Op.SumRows _ -> gradient + "Bias";
      case Op.ActivateGradient _, Op.SoftmaxGradient _ -> gradient + "Sum";
      case Op.Slice _ -> node.origin().backward() ? gradient + "Slice" : layer + "Slice";
      case ElementOp op -> family(op, node);
      case RandomOp op -> family(op, node);
      case KernelOp op -> family(op, node);
    };
  }

  /** The output's name is needed only where there are several. */
  private static String ofOutput(String name, Op.Target target, Graph graph) {
    return graph.targets().size() == 1 ? name : name + JavaNames.capitalized(target.output());
  }

  private static String family(Op op, Node node) {
    String layer = node.origin().layer();
    String name = op.getClass().getSimpleName();
    return node.origin().backward() ? "d" + JavaNames.capitalized(layer) + name : layer + name;
  }

  /**
   * What a loss compares with, or its gradient: the last operand but one, as it is or with its
   * labels smoothed.
   */
  static Op.Target target(Node loss) {
    Node expected = expected(loss);
    return (Op.Target) (expected.op() instanceof Op.Target ? expected : expected.input(0)).op();
  }

  /** What a loss or its gradient compares a prediction with. */
  static Node expected(Node loss) {
    return loss.inputs().get(loss.inputs().size() - 2);
  }
}
