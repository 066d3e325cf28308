package dev.annotron.runtime.network;

import dev.annotron.runtime.kernel.LossFunction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a loss asks of a sample's targets. */
sealed interface TargetRule {

  /** The rule of an output's loss; null if any target will do. */
  static @Nullable TargetRule of(Architecture.Output output) {
    return switch (output.loss()) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH -> null;
      case POISSON -> new Counts();
      case HINGE, SQUARED_HINGE -> new Sides(output.loss());
      case BINARY_CROSSENTROPY,
          BINARY_CROSSENTROPY_LOGITS,
          BINARY_FOCAL_CROSSENTROPY,
          BINARY_FOCAL_CROSSENTROPY_LOGITS ->
          new Labels(output.loss());
      case CATEGORICAL_CROSSENTROPY,
          CATEGORICAL_CROSSENTROPY_LOGITS,
          KL_DIVERGENCE,
          KL_DIVERGENCE_LOGITS ->
          new Probabilities(output.tensor().shape().getLast());
      case SPARSE_CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS ->
          new Classes(output.tensor().shape().getLast(), output.toString());
    };
  }

  /** Whether a sample may have these targets. */
  boolean allows(float[] row);

  /** The row as it is shown in a message. */
  String found(float[] row);

  /** What is allowed, as it is shown in a message. */
  String expected();

  /** How to mend it. */
  String mend();

  /** Class numbers. */
  record Classes(int count, String output) implements TargetRule {
    @Override
    public boolean allows(float[] row) {
      for (float label : row) {
        if (!(label >= 0 && label < count && label == (int) label)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String found(float[] row) {
      return "the label " + (row.length == 1 ? row[0] : Arrays.toString(row));
    }

    @Override
    public String expected() {
      return "a whole number from 0 to " + (count - 1) + ", a class of " + output;
    }

    @Override
    public String mend() {
      return "Number the classes from 0, or give the output a unit for each class.";
    }
  }

  /** Numbers from 0 on. */
  record Counts() implements TargetRule {
    @Override
    public boolean allows(float[] row) {
      for (float count : row) {
        if (!(count >= 0)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String found(float[] row) {
      return "the target " + (row.length == 1 ? row[0] : Arrays.toString(row));
    }

    @Override
    public String expected() {
      return "values of 0 or above for POISSON";
    }

    @Override
    public String mend() {
      return "Use counts as targets, or MEAN_SQUARED_ERROR for other numbers.";
    }
  }

  /** −1 or 1, with 0 for −1. */
  record Sides(LossFunction loss) implements TargetRule {
    @Override
    public boolean allows(float[] row) {
      for (float side : row) {
        if (!(side == -1 || side == 0 || side == 1)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String found(float[] row) {
      return "the target " + (row.length == 1 ? row[0] : Arrays.toString(row));
    }

    @Override
    public String expected() {
      return "-1 or 1, or 0 or 1, for " + loss;
    }

    @Override
    public String mend() {
      return "Use -1 and 1 as labels, or MEAN_SQUARED_ERROR for other numbers.";
    }
  }

  /** Values from 0 to 1. */
  record Labels(LossFunction loss) implements TargetRule {
    @Override
    public boolean allows(float[] row) {
      for (float label : row) {
        if (!(label >= 0 && label <= 1)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String found(float[] row) {
      return "the target " + (row.length == 1 ? row[0] : Arrays.toString(row));
    }

    @Override
    public String expected() {
      return "values from 0 to 1 for " + loss;
    }

    @Override
    public String mend() {
      return "Use 0 and 1 as labels, or MEAN_SQUARED_ERROR for other numbers.";
    }
  }

  /** Class probabilities, {@code classes} at a time. */
  record Probabilities(int classes) implements TargetRule {
    /** How far a sum of rounded probabilities may be from 1. */
    private static final double SLACK = 1e-3;

    @Override
    public boolean allows(float[] row) {
      for (int at = 0; at < row.length; at += classes) {
        double sum = 0;
        for (int i = at; i < at + classes; i++) {
          sum += row[i] >= 0 ? row[i] : Double.NaN;
        }
        if (!(Math.abs(sum - 1) <= SLACK)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String found(float[] row) {
      return "the target " + Arrays.toString(row);
    }

    @Override
    public String expected() {
      return "class probabilities that sum to 1, such as a one-hot row of " + classes;
    }

    @Override
    public String mend() {
      return "Use SPARSE_CATEGORICAL_CROSSENTROPY if the targets are class numbers.";
    }
  }
}
