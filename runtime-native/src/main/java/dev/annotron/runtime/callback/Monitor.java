package dev.annotron.runtime.callback;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Training;

/**
 * A value that is looked at after each epoch.
 *
 * @param name such as {@code "val_loss"}
 * @param larger whether larger values are better
 * @param minDelta a change of this or less is no improvement
 */
record Monitor(String name, boolean larger, double minDelta) {

  /**
   * Whether a value is better than another; everything is better than NaN, which stands for none.
   */
  boolean improves(double value, double than) {
    if (Double.isNaN(than)) {
      return true;
    }
    return larger ? value - minDelta > than : value + minDelta < than;
  }

  /** Refuses a training that does not measure the value, before its first step. */
  void check(String callback, Training training) {
    if (!training.names().contains(name)) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              callback + " monitors \"" + name + "\", which is not measured",
              "one of " + training.names(),
              name.startsWith("val_")
                  ? "Give validation data, or monitor another."
                  : "Name it in @Train(metrics), or monitor another."));
    }
  }
}
