package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adam: steps scaled by running means of the gradient and of its square; the default optimizer.
 *
 * <pre>
 * m ← m + (1 − beta1) · (g − m);   v ← v + (1 − beta2) · (g² − v)
 * w ← w − learningRate · √(1 − beta2ᵗ) / (1 − beta1ᵗ) · m / (√v + epsilon)
 * amsgrad:  v̂ ← max(v̂, v), and √v̂ in the place of √v
 * </pre>
 *
 * <p>Keeps two floats per weight, with {@link #amsgrad} three.
 *
 * <p>Kingma, Ba: <i>Adam: A Method for Stochastic Optimization</i>, 2014 (arXiv 1412.6980); Reddi,
 * Kale, Kumar: <i>On the Convergence of Adam and Beyond</i>, 2018. See <a
 * href="https://keras.io/api/optimizers/adam/">Keras: Adam</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adam {
  /** The step size; finite and above 0. */
  double learningRate() default 0.001;

  /** The decay of the mean gradient; from 0 up to, not including, 1. */
  double beta1() default 0.9;

  /** The decay of the mean squared gradient; from 0 up to, not including, 1. */
  double beta2() default 0.999;

  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-7;

  /** Whether the divisor never shrinks: the largest mean square so far is taken. */
  boolean amsgrad() default false;
}
