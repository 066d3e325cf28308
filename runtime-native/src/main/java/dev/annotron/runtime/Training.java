package dev.annotron.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A training that is under way, as its {@link Callback callbacks} see it. */
public interface Training {

  /** The number of the epoch that is under way or has just ended, from 1; 0 before the first. */
  int epoch();

  /** How many epochs there will be. */
  int epochs();

  /** The steps taken in this epoch. */
  int step();

  /** The steps of a whole epoch. */
  int steps();

  /** The mean training loss of this epoch so far. */
  double loss();

  /** The names of an epoch's values, such as {@code "loss"}, {@code "val_accuracy"}. */
  List<String> names();

  /**
   * A value of the epoch that has just ended. Within an epoch, a training value is that of its
   * samples so far, computed when it is asked for (areas under curves sort all outputs so far), and
   * a validation value that of the epoch before.
   *
   * @throws IllegalArgumentException if it is not measured; the message lists the names
   * @throws IllegalStateException if there is none yet: of any value before the first step, and of
   *     validation before the end of the first epoch
   */
  double value(String name);

  /**
   * All values as {@link #value} has them, in the order of the names; within the first epoch
   * without those of validation.
   *
   * @throws IllegalStateException before the first step
   */
  Map<String, Double> values();

  /** The values of all whole epochs so far. */
  History history();

  /** The step size of the optimizer's next step. */
  double learningRate();

  /**
   * Sets the step size from the next step on, in place of a schedule too.
   *
   * @throws IllegalArgumentException unless {@code value} is finite and above 0, also as a float
   */
  void learningRate(double value);

  /** The weights of now: a live view. */
  Weights weights();

  /** Remembers the weights of now, in place of those remembered before. */
  void keepWeights();

  /** Goes back to the weights that were remembered last; does nothing if none were. */
  void restoreWeights();

  /**
   * Writes a checkpoint: the weights, as {@link Model#save} does, and all that {@link
   * FitOptions#resume} needs. It is written atomically when every callback of the epoch has been
   * called, and can be loaded as a weight file too.
   *
   * <p>If it cannot be written, {@code fit} throws a {@link CheckpointException}: an old file of
   * that name is as it was, and the model keeps its weights.
   *
   * @throws IllegalStateException within an epoch
   */
  void checkpoint(Path file);

  /**
   * Ends training after this step, or after this epoch if it is over.
   *
   * @param why what {@link History#stopped} says, such as {@code "val_loss did not improve"}
   */
  void stop(String why);
}
