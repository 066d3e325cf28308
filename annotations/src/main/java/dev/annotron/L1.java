package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a layer's weights, or its results, small, and many of them 0; stands beside the layer
 * annotation.
 *
 * <pre>
 * loss ← loss + value · Σ |kernel| + bias · Σ |bias| + activity · Σ |result| / samples
 * </pre>
 *
 * <p>The penalty is a part of the reported loss, in training and evaluation, as in Keras. Frozen
 * weights have none. See <a href="https://keras.io/api/layers/regularizers/">Keras:
 * Regularizers</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface L1 {
  /** The penalty of the kernel, or of the table of embeddings; finite, 0 or above. */
  double value() default 0.01;

  /** The penalty of the bias; finite, 0 or above. */
  double bias() default 0;

  /**
   * The penalty of what the layer gives, divided by the samples of the batch; finite, 0 or above.
   */
  double activity() default 0;
}
