package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trains as ever, and keeps an exponential moving average of the weights, which is often better
 * than the last weights; stands beside the optimizer.
 *
 * <pre>
 * average ← momentum · average + (1 − momentum) · w, after each step; the first average is w
 * </pre>
 *
 * <p>The average takes the weights' place when {@code fit} ends, and before it only as {@link
 * #overwriteFrequency} says: validation within {@code fit} measures the weights as they are. Keeps
 * one float more per weight.
 *
 * <p>See {@code use_ema} of <a href="https://keras.io/api/optimizers/">Keras's optimizers</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Ema {
  /** How much of the average is kept in each step; from 0 up to, not including, 1. */
  double momentum() default 0.99;

  /** After how many steps, again and again, the weights become the average; 0 for never. */
  int overwriteFrequency() default 0;
}
