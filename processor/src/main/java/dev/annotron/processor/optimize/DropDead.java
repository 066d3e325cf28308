package dev.annotron.processor.optimize;

import dev.annotron.processor.ir.Graph;

/** Drops nodes that no output, loss or gradient needs. */
final class DropDead implements Pass {
  @Override
  public String name() {
    return "drop-dead";
  }

  @Override
  public Graph apply(Graph graph) {
    return Rewriter.rewrite(graph, Live.nodes(graph, graph.roots()), Rewriter.Replacement::same);
  }
}
