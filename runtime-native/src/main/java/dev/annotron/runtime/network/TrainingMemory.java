package dev.annotron.runtime.network;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What training keeps from one {@code fit} to the next: gradients, the optimizer's memory and step
 * number, the last good weights, and where the shuffling stands.
 */
final class TrainingMemory<S> {
  private final Parts<S> parts;
  private final S gradients;
  private final S state;
  private final S kept;
  private final SplittableRandom random;
  private final long draws;
  private @Nullable Workspace<S> workspace;
  private long step;

  /**
   * Allocates one slab for all of it.
   *
   * @param random the source of the orders in which samples are visited
   * @param draws the seed of what is random in steps
   */
  TrainingMemory(Parts<S> parts, SplittableRandom random, long draws) {
    long count = parts.parameterCount();
    int slots = parts.architecture().optimizer().slots();
    List<S> slab =
        parts.storage().slab(count, (long) parts.architecture().trained() * slots, count);
    this.parts = parts;
    this.gradients = slab.get(0);
    this.state = slab.get(1);
    this.kept = slab.get(2);
    this.random = random;
    this.draws = draws;
  }

  S gradients() {
    return gradients;
  }

  SplittableRandom random() {
    return random;
  }

  /** The seed of what is random in steps. */
  long draws() {
    return draws;
  }

  /** What is random in the next step, from a seed such as {@link #draws()}. */
  long draw(long seed) {
    return Draws.of(seed, step + 1);
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

  /** Takes one step with the gradients that are there. */
  void update(Schedule schedule) {
    int accumulation = parts.architecture().optimizer().accumulation();
    float learningRate = (float) schedule.at(step / accumulation);
    step++;
    parts.program().update(parts.weights(), gradients, state, learningRate, step);
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
}
