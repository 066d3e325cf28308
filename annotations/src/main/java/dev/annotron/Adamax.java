package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adamax: {@link Adam} with the largest gradient in the place of the mean square.
 *
 * <pre>
 * m ← m + (1 − beta1) · (g − m);   u ← max(beta2 · u, |g|)
 * w ← w − learningRate / (1 − beta1ᵗ) · m / (u + epsilon)
 * </pre>
 *
 * <p>Keeps two floats per weight.
 *
 * <p>Kingma, Ba: <i>Adam: A Method for Stochastic Optimization</i>, 2014, section 7. See <a
 * href="https://keras.io/api/optimizers/adamax/">Keras: Adamax</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adamax {
  /** The step size; finite and above 0. */
  double learningRate() default 0.001;

  /** The decay of the mean gradient; from 0 up to, not including, 1. */
  double beta1() default 0.9;

  /** The decay of the largest gradient; from 0 up to, not including, 1. */
  double beta2() default 0.999;

  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-7;
}
