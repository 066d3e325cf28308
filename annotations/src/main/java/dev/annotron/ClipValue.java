package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cuts every single gradient to {@code −value … value} before the optimizer's step; stands beside
 * the optimizer. At most one of {@code @ClipValue}, {@link ClipNorm} and {@link GlobalClipNorm}.
 *
 * <p>See {@code clipvalue} of <a href="https://keras.io/api/optimizers/">Keras's optimizers</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClipValue {
  /** The largest magnitude of a gradient; finite and above 0. */
  double value();
}
