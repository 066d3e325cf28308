package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;

/** Measures loss and metrics over one data set, as often as asked; only the making allocates. */
final class Evaluator<S> {
  private final S weights;
  private final Batches<S> batches;
  private final WorkspacePool<S> pool;
  private final int batch;
  private final Order order;
  private final Outcome<S> outcome;

  Evaluator(Parts<S> parts, WorkspacePool<S> pool, Dataset data) {
    Layout layout = parts.architecture().evaluate();
    this.weights = parts.weights();
    this.pool = pool;
    this.batch = Workspace.rows(layout, data.size());
    this.batches = new Batches<>(parts, layout, data, batch);
    this.order = new Order(data.size());
    this.outcome = new Outcome<>(parts, layout, batch, data.size());
  }

  /** Measures with the weights of now. */
  Outcome<S> run() {
    outcome.reset();
    Workspace<S> workspace = pool.take(batch);
    S work = workspace.memory();
    for (int first = 0; first < batches.size(); first += batch) {
      int rows = Math.min(batch, batches.size() - first);
      batches.load(order.samples(), first, rows, work);
      double loss = batches.program().evaluate(weights, work, rows);
      outcome.add(loss, work, batches.targets(), rows);
    }
    pool.give(workspace);
    return outcome;
  }
}
