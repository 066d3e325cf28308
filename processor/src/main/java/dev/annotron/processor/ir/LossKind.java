package dev.annotron.processor.ir;

import dev.annotron.Loss;
import java.util.Locale;

/**
 * A loss function and what it reads.
 *
 * @param fromLogits whether it reads the values before sigmoid or softmax
 */
public record LossKind(Loss loss, boolean fromLogits) {

  /** Whether a sample's target is the number of a class instead of a row as wide as the output. */
  public boolean sparse() {
    return loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
  }

  @Override
  public String toString() {
    return loss.name().toLowerCase(Locale.ROOT) + (fromLogits ? " from logits" : "");
  }
}
