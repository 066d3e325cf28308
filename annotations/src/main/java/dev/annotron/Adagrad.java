package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adagrad: steps divided by the root of the sum of all squared gradients so far.
 *
 * <pre>
 * a ← a + g²;   w ← w − learningRate · g / √(a + epsilon)
 * </pre>
 *
 * <p>Keeps one float per weight.
 *
 * <p>Duchi, Hazan, Singer: <i>Adaptive Subgradient Methods</i>, 2011. See <a
 * href="https://keras.io/api/optimizers/adagrad/">Keras: Adagrad</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adagrad {
  /** The step size; finite and above 0. */
  double learningRate() default 0.001;

  /** Where the sum starts; 0 or above. */
  double initialAccumulatorValue() default 0.1;

  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-7;
}
