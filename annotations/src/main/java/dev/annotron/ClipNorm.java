package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scales the gradient of each weight tensor down to a norm of at most {@code value} before the
 * optimizer's step; stands beside the optimizer. At most one of {@link ClipValue},
 * {@code @ClipNorm} and {@link GlobalClipNorm}.
 *
 * <p>See {@code clipnorm} of <a href="https://keras.io/api/optimizers/">Keras's optimizers</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClipNorm {
  /** The largest norm √(Σ g²) of a tensor's gradient; finite and above 0. */
  double value();
}
