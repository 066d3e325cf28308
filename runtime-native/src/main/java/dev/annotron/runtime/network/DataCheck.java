package dev.annotron.runtime.network;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;

/** Checks once, before anything is computed, that a data set fits a network. */
final class DataCheck {
  private DataCheck() {}

  /**
   * Checks sizes, and the targets against the loss.
   *
   * @param what the data set's part in the message, such as {@code "the training data"}
   * @throws DataException if something does not fit
   */
  static void check(Architecture architecture, Dataset data, String what) {
    int features = Sizes.sum(architecture.inputs());
    if (data.featureCount() != features) {
      throw new DataException(
          what + " has " + count(data.featureCount(), "feature") + " per sample",
          features + ", the inputs of " + architecture.name() + " " + architecture.inputs(),
          "Give the inputs one after another, or change @Input.");
    }
    int targets = architecture.evaluate().target().size();
    if (data.targetCount() != targets) {
      throw new DataException(
          what + " has " + count(data.targetCount(), "target") + " per sample",
          targets + " for the loss " + architecture.loss() + " on " + output(architecture),
          architecture.loss().sparse()
              ? "Give the number of the class, or use CATEGORICAL_CROSSENTROPY for one-hot rows."
              : "Give one target per output value.");
    }
    TargetRule rule = TargetRule.of(architecture);
    if (rule != null) {
      targets(data, rule, what);
    }
  }

  private static void targets(Dataset data, TargetRule rule, String what) {
    float[] row = new float[data.targetCount()];
    for (int i = 0; i < data.size(); i++) {
      data.copyY(i, row, 0);
      if (!rule.allows(row)) {
        throw new DataException(
            what + " has " + rule.found(row) + " in row " + i + " (counted from 0)",
            rule.expected(),
            rule.mend());
      }
    }
  }

  private static String output(Architecture architecture) {
    return architecture.outputs().getLast().toString();
  }

  private static String count(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }
}
