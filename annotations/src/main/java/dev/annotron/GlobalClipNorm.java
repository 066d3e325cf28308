package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scales all gradients together down to a norm of at most {@code value} before the optimizer's
 * step; stands beside the optimizer. At most one of {@link ClipValue}, {@link ClipNorm} and
 * {@code @GlobalClipNorm}.
 *
 * <p>See {@code global_clipnorm} of <a href="https://keras.io/api/optimizers/">Keras's
 * optimizers</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GlobalClipNorm {
  /** The largest norm √(Σ g²) over all weights; finite and above 0. */
  double value();
}
