package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * RMSprop: steps divided by the root of the gradient's running mean square.
 *
 * <pre>
 * v ← v + (1 − rho) · (g² − v)
 * centered:  a ← a + (1 − rho) · (g − a), and v − a² in the place of v
 * step ← learningRate · g / √(v + epsilon)
 * without momentum:  w ← w − step
 * with momentum:     m ← momentum · m + step;   w ← w − m
 * </pre>
 *
 * <p>Keeps one float per weight, with momentum two, centered three.
 *
 * <p>Tieleman, Hinton: <i>Lecture 6.5, rmsprop</i>, 2012. See <a
 * href="https://keras.io/api/optimizers/rmsprop/">Keras: RMSprop</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RmsProp {
  /** The step size; finite and above 0. */
  double learningRate() default 0.001;

  /** The decay of the running means; from 0 up to, not including, 1. */
  double rho() default 0.9;

  /** How much of the last step is kept; from 0 up to, not including, 1. */
  double momentum() default 0;

  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-7;

  /** Whether the mean gradient is taken off: the divisor estimates the deviation. */
  boolean centered() default false;
}
