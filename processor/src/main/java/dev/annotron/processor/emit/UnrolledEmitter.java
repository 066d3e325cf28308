package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.Budgets;
import dev.annotron.processor.plan.MemoryPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Operations as straight-line code for one sample, inside a loop over the samples: as many in one
 * loop as fit a method, so that what they hand to each other stays in variables.
 */
final class UnrolledEmitter {
  private static final int ARITHMETIC_BYTES = 2;
  private static final int FUNCTION_BYTES = 6;

  private final Memory memory;
  private final Operands operands;
  private final MemoryPlan places;
  private final Map<Node, Set<Node>> readers = new HashMap<>();
  private final Set<Node> lasting = new HashSet<>();

  UnrolledEmitter(Graph graph, Memory memory, Operands operands, MemoryPlan places) {
    this.memory = memory;
    this.operands = operands;
    this.places = places;
    for (Node node : graph.nodes()) {
      node.inputs()
          .forEach(x -> readers.computeIfAbsent(x.owner(), _ -> new HashSet<>()).add(node));
    }
    graph.outputs().forEach(node -> lasting.add(node.owner()));
    if (!graph.gradients().isEmpty()) {
      // Where training diverges, each layer's result is looked at.
      LayoutEmitter.intactLayers(graph, places).values().forEach(node -> lasting.add(node.owner()));
    }
    graph.masks().values().forEach(node -> lasting.add(node.owner()));
  }

  /** Some floats of a tensor. */
  private record Part(Node node, int from, int to) {}

  /** The statements that compute nodes which follow one another. */
  List<Computed> emit(List<Node> nodes) {
    List<Part> parts = nodes.stream().flatMap(node -> parts(node).stream()).toList();
    List<Computed> computed = new ArrayList<>();
    for (int from = 0; from < parts.size(); ) {
      int to = end(parts, from);
      computed.add(loop(parts.subList(from, to)));
      from = to;
    }
    return computed;
  }

  /** A node whole, or in parts that fit a method each. */
  private List<Part> parts(Node node) {
    int size = node.shape().size();
    int most = Math.max(1, (Budgets.METHOD_BYTES - bytesBefore(node)) / bytesEach(node));
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < size; from += most) {
      parts.add(new Part(node, from, Math.min(from + most, size)));
    }
    return parts;
  }

  /** Where the loop that begins with a part ends. */
  private int end(List<Part> parts, int from) {
    int bytes = bytes(parts.get(from));
    int to = from + 1;
    while (to < parts.size() && bytes + bytes(parts.get(to)) <= Budgets.METHOD_BYTES) {
      bytes += bytes(parts.get(to));
      to++;
    }
    while (to > from + 1 && mixesSamples(parts.subList(from, to))) {
      to--;
    }
    return to;
  }

  /**
   * Whether what is stored for one sample lies where others are still to be read, or what others
   * have stored: tensors share memory in the belief that each is computed for all samples before
   * the next. What is read of a tensor that is made here in part lies in memory too.
   */
  private boolean mixesSamples(List<Part> loop) {
    Set<Node> stored = stored(loop);
    Set<MemoryPlan.Slot> read = new HashSet<>();
    Set<Node> made = new HashSet<>();
    for (Part part : loop) {
      for (Node x : part.node().inputs()) {
        if (operands.of(x).isParameter() && !made.contains(x.owner())) {
          read.add(places.slot(x.owner()));
        }
      }
      if (isWhole(part)) {
        made.add(part.node().owner());
      }
      if (stored.contains(part.node())) {
        MemoryPlan.Slot slot = places.slot(part.node());
        if (read.stream().anyMatch(other -> slot.overlaps(other) && !slot.equals(other))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The tensors of a loop that something else reads, or the same in another loop. */
  private Set<Node> stored(List<Part> loop) {
    Set<Node> within = new HashSet<>();
    loop.stream().filter(this::isWhole).forEach(part -> within.add(part.node()));
    Set<Node> stored = new LinkedHashSet<>();
    for (Part part : loop) {
      Node node = part.node();
      boolean leaves =
          !isWhole(part) || lasting.contains(node) || !within.containsAll(readers(node));
      if (!isSum(node) && leaves) {
        stored.add(node);
      }
    }
    return stored;
  }

  /** Who reads a tensor, under its own name or that of one which is its memory in another shape. */
  private Set<Node> readers(Node node) {
    Set<Node> all = new HashSet<>(readers.getOrDefault(node, Set.of()));
    all.removeIf(reader -> reader.op() instanceof Op.Reshape);
    return all;
  }

  private boolean isWhole(Part part) {
    return part.to() - part.from() == part.node().shape().size();
  }

  private Computed loop(List<Part> loop) {
    Straight straight = new Straight(operands, memory, operands.names());
    Set<Node> stored = stored(loop);
    Map<Part, List<CodeBlock>> sums = new LinkedHashMap<>();
    for (Part part : loop) {
      if (isSum(part.node())) {
        sums.put(part, sums(part, straight));
      } else {
        straight.compute(part.node(), part.from(), part.to());
        if (stored.contains(part.node())) {
          straight.store(part.node(), part.from(), part.to());
        }
      }
    }
    CodeBlock.Builder code = CodeBlock.builder();
    sums.values().forEach(some -> some.forEach(sum -> code.addStatement("float $L = 0", sum)));
    code.beginControlFlow("for (int r = 0; r < rows; r++)");
    straight.touched().stream().map(operands::of).forEach(tensor -> row(code, tensor));
    code.add(straight.code()).endControlFlow();
    sums.forEach((part, some) -> store(code, part, some));
    List<Node> nodes = loop.stream().map(Part::node).distinct().toList();
    Set<Node> tensors = new LinkedHashSet<>(straight.touched());
    sums.keySet().forEach(part -> tensors.add(part.node()));
    int bytes = loop.stream().mapToInt(this::bytes).sum();
    return new Computed(nodes, List.copyOf(tensors), new Piece(code.build(), bytes));
  }

  /** Declares where this sample's row of a tensor starts. */
  private void row(CodeBlock.Builder code, Operand tensor) {
    if (tensor.isParameter()) {
      String at = Operand.times("r", tensor.size());
      code.addStatement("$T $L = $L + $L", memory.index(), Straight.row(tensor), tensor.base(), at);
    }
  }

  /** Adds the sample's terms to sums over all samples; returns the variables of these. */
  private List<CodeBlock> sums(Part part, Straight straight) {
    Node node = part.node();
    String name = operands.of(node).name();
    List<CodeBlock> sums = new ArrayList<>();
    for (int i = part.from(); i < part.to(); i++) {
      CodeBlock sum = CodeBlock.of("$L", straight.newName(name + i));
      sums.add(sum);
      for (CodeBlock term : terms(node, i, straight)) {
        straight.add(sum, term);
      }
    }
    return sums;
  }

  /** What a sample adds to float {@code i} of a sum. */
  private static List<CodeBlock> terms(Node node, int i, Straight straight) {
    Node x = node.input(0);
    if (node.op() instanceof Op.MatMulKernelGradient) {
      Node dy = node.input(1);
      int units = dy.shape().size();
      CodeBlock left = straight.read(x, i / units);
      return List.of(CodeBlock.of("$L * $L", left, straight.read(dy, i % units)));
    }
    List<CodeBlock> terms = new ArrayList<>();
    for (int at = i; at < x.shape().size(); at += x.shape().last()) {
      terms.add(straight.read(x, at));
    }
    return terms;
  }

  private void store(CodeBlock.Builder code, Part part, List<CodeBlock> sums) {
    Operand to = operands.of(part.node());
    for (int i = part.from(); i < part.to(); i++) {
      String at = Operand.plus(to.base(), i);
      code.addStatement(memory.write(to.array(), at, sums.get(i - part.from())));
    }
  }

  private static boolean isSum(Node node) {
    return node.op() instanceof Op.MatMulKernelGradient || node.op() instanceof Op.SumRows;
  }

  private int bytes(Part part) {
    return bytesBefore(part.node()) + (part.to() - part.from()) * bytesEach(part.node());
  }

  /** The loop, and what loads the operands and finds their rows. */
  private int bytesBefore(Node node) {
    int loads =
        node.inputs().stream()
            .filter(x -> operands.of(x).isParameter())
            .mapToInt(x -> x.shape().size())
            .sum();
    return Piece.LOOP_BYTES + loads * 2 * memory.accessBytes();
  }

  private int bytesEach(Node node) {
    int terms =
        switch (node.op()) {
          case Op.MatMul _, Op.Dense _, Op.MatMulInputGradient _ ->
              node.input(0).shape().size() + 1;
          case Op.SumRows _ -> node.input(0).shape().size() / node.input(0).shape().last() + 1;
          default -> 2;
        };
    int term = 2 * memory.accessBytes() + ARITHMETIC_BYTES;
    return terms * term + FUNCTION_BYTES + memory.accessBytes();
  }
}
