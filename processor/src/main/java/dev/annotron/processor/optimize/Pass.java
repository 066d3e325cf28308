package dev.annotron.processor.optimize;

import dev.annotron.processor.ir.Graph;

/** A small change of a graph that leaves its meaning. */
public interface Pass {

  /** The name by which it is switched off. */
  String name();

  Graph apply(Graph graph);
}
