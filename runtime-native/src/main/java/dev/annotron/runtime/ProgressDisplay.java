package dev.annotron.runtime;

import java.util.function.Supplier;

/**
 * Shows one epoch of training on a terminal, such as a bar that fills.
 *
 * <p>Training looks for a {@link Factory} with {@link java.util.ServiceLoader}, only if {@link
 * FitOptions#verbose(int) verbose} is 1 and the process writes to a terminal; the module {@code
 * dev.annotron.progress} provides one. Without it, training prints plain lines.
 *
 * <p>All calls come from the thread that trains.
 */
public interface ProgressDisplay {

  /**
   * Called after a step: after the first, and then about each millisecond, so that displays need
   * not be fast.
   *
   * @param done how many steps of the epoch were taken
   * @param values what the epoch has measured so far, such as {@code "loss: 0.1234 accuracy:
   *     0.9876"}; it is computed when it is asked for, within this call
   */
  void show(int done, Supplier<String> values);

  /**
   * Called once, when the epoch ends or training stops within it.
   *
   * @param summary the values of the epoch, such as {@code "loss: 0.1234 accuracy: 0.9876"}; empty
   *     if the epoch did not end
   */
  void close(String summary);

  /** Makes the display of each epoch; the service that providers implement. */
  interface Factory {

    /**
     * Starts to show an epoch.
     *
     * @param epoch the number of the epoch, from 1
     * @param epochs how many epochs there will be
     * @param steps the steps of this epoch, at least 1
     */
    ProgressDisplay open(int epoch, int epochs, int steps);
  }
}
