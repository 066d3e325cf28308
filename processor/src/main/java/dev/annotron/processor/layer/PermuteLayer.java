package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.ir.ShapeOp;
import dev.annotron.processor.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code @Permute}: axes in another order, by swaps of neighbouring runs of axes. */
final class PermuteLayer implements Layer {
  @Override
  public String kind() {
    return "Permute";
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Value<List<Integer>> written = composer.annotation().integers("value");
    Shape shape = composer.input().shape();
    List<Integer> all = IntStream.rangeClosed(1, shape.rank()).boxed().toList();
    if (!written.value().stream().sorted().toList().equals(all)) {
      return composer.refuse(
          Code.SHAPE_PERMUTATION,
          written.at(),
          "the axes of %s (%s) are %s, found %s; name each of them once"
              .formatted(shape, composer.path(), all, written.value()));
    }
    return Optional.of(permute(composer, composer.input(), written.value()));
  }

  private static Node permute(Composer composer, Node input, List<Integer> wanted) {
    List<Integer> axes = new ArrayList<>(wanted.stream().sorted().toList());
    Node node = input;
    for (int i = 0; i < axes.size(); i++) {
      int from = axes.indexOf(wanted.get(i));
      int run = run(axes, from, wanted, i);
      if (from > i) {
        node = moveForward(composer, node, i, from, run);
        List<Integer> moved = List.copyOf(axes.subList(from, from + run));
        axes.subList(from, from + run).clear();
        axes.addAll(i, moved);
      }
      i += run - 1;
    }
    return node;
  }

  /** How many axes that are neighbours now stay neighbours. */
  private static int run(List<Integer> axes, int from, List<Integer> wanted, int to) {
    int length = 1;
    while (from + length < axes.size()
        && to + length < wanted.size()
        && axes.get(from + length).equals(wanted.get(to + length))) {
      length++;
    }
    return length;
  }

  /** Moves {@code run} axes that start at {@code from} before the axis {@code to}. */
  private static Node moveForward(Composer composer, Node node, int to, int from, int run) {
    Shape shape = node.shape();
    List<Integer> sizes = shape.dimensions();
    Shape blocks =
        Shape.of(
            shape.outer(to),
            new Shape(sizes.subList(to, from)).size(),
            new Shape(sizes.subList(from, from + run)).size(),
            shape.stride(from + run - 1));
    List<Integer> moved = new ArrayList<>(sizes.subList(0, to));
    moved.addAll(sizes.subList(from, from + run));
    moved.addAll(sizes.subList(to, from));
    moved.addAll(sizes.subList(from + run, sizes.size()));
    Node viewed = composer.add(new Op.Reshape(blocks), node);
    Node swapped = composer.add(new ShapeOp.Swap(1), viewed);
    return composer.add(new Op.Reshape(new Shape(moved)), swapped);
  }
}
