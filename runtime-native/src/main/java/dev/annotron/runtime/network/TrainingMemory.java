package dev.annotron.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What training keeps from one {@code fit} to the next: gradients, the optimizer's memory and step
 * number, the last good weights, those to go back to, and where the shuffling stands.
 */
final class TrainingMemory<S> {
  private final Parts<S> parts;
  private final S gradients;
  private final S state;
  private final S kept;
  private Seeds seeds;
  private TrainedData data = new TrainedData(0, 0);
  private @Nullable Workspace<S> workspace;
  private @Nullable S best;
  private boolean anyBest;
  private long step;
  private long orders;

  /**
   * Allocates one slab for all of it.
   *
   * @param seeds decide what is random
   */
  TrainingMemory(Parts<S> parts, Seeds seeds) {
    long count = parts.parameterCount();
    List<S> slab = parts.storage().slab(count, stateSize(parts), count);
    this.parts = parts;
    this.gradients = slab.get(0);
    this.state = slab.get(1);
    this.kept = slab.get(2);
    this.seeds = seeds;
  }

  /** The floats of the optimizer's memory. */
  static long stateSize(Parts<?> parts) {
    Architecture architecture = parts.architecture();
    return (long) architecture.trained() * architecture.optimizer().slots();
  }

  S gradients() {
    return gradients;
  }

  S state() {
    return state;
  }

  Seeds seeds() {
    return seeds;
  }

  /** The data of the training that is under way, or was the last. */
  TrainedData data() {
    return data;
  }

  /** A training with this data begins. */
  void begin(TrainedData data) {
    this.data = data;
  }

  /** The steps taken so far. */
  long steps() {
    return step;
  }

  /** The epochs begun so far, each with an order of its own. */
  long orders() {
    return orders;
  }

  /** The number of the next epoch's order, from 1. */
  long nextOrder() {
    return ++orders;
  }

  /** Goes on where another training stood. */
  void resume(Seeds seeds, long steps, long orders) {
    this.seeds = seeds;
    this.step = steps;
    this.orders = orders;
  }

  /** What is random in the next step. */
  long draw(Seeds seeds) {
    return Draws.of(seeds.draws(), step + 1);
  }

  /** Work memory for steps of up to {@code rows} samples. */
  S work(int rows) {
    Workspace<S> present = workspace;
    if (present == null || present.rows() < rows) {
      present = Workspace.of(parts.storage(), parts.architecture().differentiate(), rows);
      workspace = present;
    }
    return present.memory();
  }

  /** The learning rate of the next step. */
  double rate(Schedule schedule) {
    return schedule.at(step / parts.architecture().optimizer().accumulation());
  }

  /** Computes the loss of the next step; nothing is changed that lasts. */
  double beginStep(Program<S> program, S work, int rows, long draw) {
    return program.beginStep(parts.weights(), gradients, work, rows, draw);
  }

  /** Takes the step whose loss has been computed last. */
  void endStep(Program<S> program, S work, int rows, long draw, Schedule schedule) {
    float learningRate = (float) rate(schedule);
    step++;
    program.endStep(parts.weights(), gradients, state, work, rows, draw, learningRate, step);
  }

  /** Ends a training whose weights are good. */
  void finish() {
    if (step >= parts.architecture().optimizer().accumulation()) {
      parts.program().finish(parts.weights(), state);
    }
  }

  /** Keeps the weights, as good ones. */
  void keep() {
    parts.storage().copy(parts.weights(), kept, parts.parameterCount());
  }

  /**
   * Goes back to the weights that were kept; the optimizer, whose memory is spoilt, starts anew.
   */
  void restore() {
    parts.storage().copy(kept, parts.weights(), parts.parameterCount());
    parts.storage().clear(state);
    step = 0;
  }

  /** Room for weights to go back to, which the caller fills. */
  S makeBest() {
    S room = best == null ? parts.storage().allocate(parts.parameterCount()) : best;
    best = room;
    anyBest = true;
    return room;
  }

  /** The weights to go back to; null if this training has none. */
  @Nullable S best() {
    return anyBest ? best : null;
  }

  /** Forgets the weights to go back to. */
  void forgetBest() {
    anyBest = false;
  }
}
