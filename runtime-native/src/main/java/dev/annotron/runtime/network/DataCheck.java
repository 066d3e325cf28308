package dev.annotron.runtime.network;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import java.util.List;

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
    int features = architecture.sampleSize();
    if (data.featureCount() != features) {
      throw new DataException(
          what + " has " + count(data.featureCount(), "feature") + " per sample",
          features + ", the inputs of " + architecture.name() + " " + architecture.inputs(),
          "Give the inputs one after another, or change @Input.");
    }
    int targets = architecture.targetSize();
    if (data.targetCount() != targets) {
      throw new DataException(
          what + " has " + count(data.targetCount(), "target") + " per sample",
          targets + " for " + losses(architecture.outputs()),
          mend(architecture.outputs()));
    }
    ids(data, new IdCheck(architecture.inputs()), what);
    boolean several = architecture.outputs().size() > 1;
    int column = 0;
    for (Architecture.Output output : architecture.outputs()) {
      TargetRule rule = TargetRule.of(output);
      if (rule != null) {
        String part = several ? " for " + output : "";
        targets(data, rule, column, output.targetSize(), what, part);
      }
      column += output.targetSize();
    }
  }

  /** Such as {@code "the loss MEAN_SQUARED_ERROR on answer[1]"}. */
  private static String losses(List<Architecture.Output> outputs) {
    StringBuilder text = new StringBuilder();
    for (Architecture.Output output : outputs) {
      text.append(
          text.isEmpty() ? "the loss " : ", then " + output.targetSize() + " for the loss ");
      text.append(output.loss()).append(" on ").append(output);
    }
    return text.toString();
  }

  private static String mend(List<Architecture.Output> outputs) {
    if (outputs.size() > 1) {
      return "Give the targets of the outputs one after another, in declaration order.";
    }
    return outputs.getFirst().loss().sparse()
        ? "Give the number of the class, or use CATEGORICAL_CROSSENTROPY for one-hot rows."
        : "Give one target per output value.";
  }

  private static void ids(Dataset data, IdCheck check, String what) {
    float[] row = new float[check.isEmpty() ? 0 : data.featureCount()];
    for (int i = 0; !check.isEmpty() && i < data.size(); i++) {
      data.copyX(i, row, 0);
      int bad = check.firstBad(row);
      if (bad >= 0) {
        throw new DataException(
            what
                + " has the id "
                + row[bad]
                + " in row "
                + i
                + ", feature "
                + bad
                + " (counted from 0)",
            check.expected(bad),
            "Number the ids from 0, or make inputDim of the @Embedding larger.");
      }
    }
  }

  private static void targets(
      Dataset data, TargetRule rule, int column, int width, String what, String part) {
    float[] all = new float[data.targetCount()];
    boolean isWhole = width == all.length;
    float[] row = isWhole ? all : new float[width];
    for (int i = 0; i < data.size(); i++) {
      data.copyY(i, all, 0);
      if (!isWhole) {
        System.arraycopy(all, column, row, 0, width);
      }
      if (!rule.allows(row)) {
        throw new DataException(
            what + " has " + rule.found(row) + part + " in row " + i + " (counted from 0)",
            rule.expected(),
            rule.mend());
      }
    }
  }

  private static String count(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }
}
