package dev.annotron.processor.ir;

import dev.annotron.Loss;
import java.util.Locale;

/**
 * A loss function and what it reads.
 *
 * @param fromLogits whether it reads the values before sigmoid or softmax
 * @param shape the delta of Huber's loss, and the gamma of the focal one
 * @param balance the focal weight of class 1
 */
public record LossKind(Loss loss, boolean fromLogits, double shape, double balance) {
  /** The balance of losses that weigh both classes alike. */
  public static final double UNBALANCED = -1;

  /** A loss with Keras's default options. */
  public LossKind(Loss loss, boolean fromLogits) {
    this(loss, fromLogits, usualShape(loss), UNBALANCED);
  }

  private static double usualShape(Loss loss) {
    return switch (loss) {
      case HUBER -> 1;
      case BINARY_FOCAL_CROSSENTROPY -> 2;
      default -> 0;
    };
  }

  /** The same loss, computed from what was there before the activation. */
  public LossKind ofLogits() {
    return new LossKind(loss, true, shape, balance);
  }

  /** Whether it has Keras's default options. */
  public boolean isUsual() {
    return equals(new LossKind(loss, fromLogits));
  }

  /** Whether a sample's target is the number of a class instead of a row as wide as the output. */
  public boolean sparse() {
    return loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
  }

  @Override
  public String toString() {
    String name = loss.name().toLowerCase(Locale.ROOT) + (fromLogits ? " from logits" : "");
    return isUsual() ? name : name + "(" + shape + ", " + balance + ")";
  }
}
