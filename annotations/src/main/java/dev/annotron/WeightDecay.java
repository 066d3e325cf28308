package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the weights shrink before each step: {@code w ← w − learningRate · value · w}; stands beside
 * any optimizer but {@link AdamW}, which decays by itself. All weights decay, biases too.
 *
 * <p>See {@code weight_decay} of <a href="https://keras.io/api/optimizers/">Keras's optimizers</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WeightDecay {
  /** How fast weights shrink, per unit of the step size; finite and above 0. */
  double value();
}
