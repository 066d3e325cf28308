package dev.annotron.processor.optimize;

import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.optimize.Rewriter.Replacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Computes product, bias and activation in one: {@code function(x · kernel + bias)}, of dense
 * layers and convolutions. Bias and activation go into the product only if nothing else reads the
 * value between; a function whose derivative needs its argument therefore stays apart in training
 * and is fused in prediction.
 */
final class FuseDense implements Pass {
  @Override
  public String name() {
    return "fuse-dense";
  }

  @Override
  public Graph apply(Graph graph) {
    Set<Node> shared = Readers.moreThanOne(graph);
    Map<Node, Replacement> fused = new HashMap<>();
    Set<Node> absorbed = new HashSet<>();
    for (Node node : graph.nodes()) {
      Optional<Op> product = product(node.op());
      if (product.isPresent()) {
        fused.put(node, new Replacement(product.get(), node.inputs()));
      } else if (!node.inputs().isEmpty() && !shared.contains(node.input(0))) {
        Optional.ofNullable(fused.get(node.input(0)))
            .flatMap(before -> append(before, node))
            .ifPresent(
                longer -> {
                  fused.put(node, longer);
                  absorbed.add(node.input(0));
                });
      }
    }
    List<Node> kept = graph.nodes().stream().filter(node -> !absorbed.contains(node)).toList();
    return Rewriter.rewrite(graph, kept, node -> fused.getOrDefault(node, Replacement.same(node)));
  }

  /** The fused form of a product that nothing was added to yet. */
  private static Optional<Op> product(Op op) {
    return switch (op) {
      case Op.MatMul _ -> Optional.of(new Op.Dense(Pointwise.LINEAR, false));
      case ConvolutionOp.Convolve(Geometry geometry) ->
          Optional.of(new ConvolutionOp.ConvolveFused(geometry, Pointwise.LINEAR, false));
      default -> Optional.empty();
    };
  }

  /** The fused layer with one more operation at its end, if that can be. */
  private static Optional<Replacement> append(Replacement before, Node node) {
    return switch (before.op()) {
      case Op.Dense(Pointwise function, boolean hasBias) when isLinear(function) ->
          append(before, node, hasBias, Op.Dense::new);
      case ConvolutionOp.ConvolveFused(Geometry geometry, Pointwise function, boolean hasBias)
          when isLinear(function) ->
          append(before, node, hasBias, (f, b) -> new ConvolutionOp.ConvolveFused(geometry, f, b));
      default -> Optional.empty();
    };
  }

  private static Optional<Replacement> append(
      Replacement before, Node node, boolean hasBias, BiFunction<Pointwise, Boolean, Op> fused) {
    return switch (node.op()) {
      case Op.AddBias _ when !hasBias -> {
        List<Node> inputs = new ArrayList<>(before.inputs());
        inputs.add(node.input(1));
        yield Optional.of(new Replacement(fused.apply(Pointwise.LINEAR, true), inputs));
      }
      case Op.Activate(Pointwise activation) ->
          Optional.of(new Replacement(fused.apply(activation, hasBias), before.inputs()));
      default -> Optional.empty();
    };
  }

  private static boolean isLinear(Pointwise function) {
    return function.equals(Pointwise.LINEAR);
  }
}
