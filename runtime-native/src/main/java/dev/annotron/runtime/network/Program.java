package dev.annotron.runtime.network;

import dev.annotron.runtime.kernel.InputKernels;
import java.util.Optional;

/**
 * The code that the compiler generates for one network: forward, loss, backward and update, over
 * memory that {@link Engine} owns.
 *
 * <p>{@code S} is the kind of memory: {@code float[]} for networks computed in Java alone, {@link
 * java.lang.foreign.MemorySegment} for those that call {@link dev.annotron.runtime.kernel.Kernels
 * kernels}.
 *
 * <p>{@code work} is laid out as the {@link Layout} of each method says. Programs hold no state and
 * are safe from many threads, each with {@code work} of its own.
 */
public interface Program<S> {

  /** Computes the outputs of {@code rows} samples from the inputs in {@code work}. */
  void predict(S weights, S work, int rows);

  /**
   * Computes outputs and the mean loss from the inputs and targets in {@code work}; of several
   * outputs the weighted sum of their losses.
   */
  double evaluate(S weights, S work, int rows);

  /**
   * Computes outputs, the mean loss and all gradients, and in the places of parameters that a step
   * updates by itself, among the gradients, their next values. If the loss is not finite it returns
   * at once, before the backward pass, so that the values of the forward pass can be looked at.
   *
   * @param draw what decides all that is random in this step, such as dropout
   */
  double differentiate(S weights, S gradients, S work, int rows, long draw);

  /**
   * Changes the trained weights by one optimizer step, and takes the next values of those that a
   * step updates by itself.
   *
   * @param state the optimizer's memory: {@link Architecture.Optimizer#slots()} times the trained
   *     weights
   * @param step the number of this call, from 1
   */
  void update(S weights, S gradients, S state, float learningRate, long step);

  /**
   * The same computation with layers that are given the samples by {@code input}, so that nothing
   * reads the inputs in {@code work}. Empty if there are layers that must find them there, which
   * are all but dense ones.
   */
  default Optional<Program<S>> reading(InputKernels input) {
    return Optional.empty();
  }

  /**
   * The first half of a step of training: outputs and the mean loss, which the caller looks at. The
   * weights are as they were. Returns what {@link #differentiate} does.
   */
  default double beginStep(S weights, S gradients, S work, int rows, long draw) {
    return differentiate(weights, gradients, work, rows, draw);
  }

  /**
   * The second half, with what {@link #beginStep} left in {@code work} and {@code gradients}, if
   * the loss is finite: the weights change as by {@link #differentiate} and {@link #update}. A
   * program that takes a gradient from a weight as soon as it has it leaves nothing of use among
   * the gradients.
   */
  default void endStep(
      S weights, S gradients, S state, S work, int rows, long draw, float learningRate, long step) {
    update(weights, gradients, state, learningRate, step);
  }

  /** Puts into the weights what training ends with, such as their average, after a step or more. */
  default void finish(S weights, S state) {}
}
