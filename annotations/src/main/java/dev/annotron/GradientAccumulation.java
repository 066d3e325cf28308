package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes one optimizer step for several batches, with the mean of their gradients: the effect of a
 * larger batch in the memory of a small one; stands beside the optimizer. Schedules and the
 * optimizer's own step count go by optimizer steps. Keeps one float more per weight.
 *
 * <p>See {@code gradient_accumulation_steps} of <a href="https://keras.io/api/optimizers/">Keras's
 * optimizers</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GradientAccumulation {
  /** The batches of a step; at least 2. */
  int value();
}
