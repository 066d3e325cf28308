package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stochastic gradient descent, with momentum and Nesterov's form if asked.
 *
 * <pre>
 * without momentum:  w ← w − learningRate · g
 * with momentum:     v ← momentum · v − learningRate · g;   w ← w + v
 * nesterov:          w ← w + momentum · v − learningRate · g
 * </pre>
 *
 * <p>See <a href="https://keras.io/api/optimizers/sgd/">Keras: SGD</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Sgd {
  /** The step size; finite and above 0. */
  double learningRate() default 0.01;

  /** How much of the last step is kept; from 0 up to, not including, 1. */
  double momentum() default 0;

  /** Whether the gradient is looked at one step ahead; needs momentum above 0. */
  boolean nesterov() default false;
}
