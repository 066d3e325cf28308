package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lion: every weight takes a step of the same length, in the direction of its mean gradient.
 *
 * <pre>
 * w ← w − learningRate · sign(beta1 · m + (1 − beta1) · g)
 * m ← beta2 · m + (1 − beta2) · g
 * </pre>
 *
 * <p>Keeps one float per weight. Learning rates are three to ten times smaller than Adam's.
 *
 * <p>Chen et al.: <i>Symbolic Discovery of Optimization Algorithms</i>, 2023 (arXiv 2302.06675).
 * See <a href="https://keras.io/api/optimizers/lion/">Keras: Lion</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Lion {
  /** The step size; finite and above 0. */
  double learningRate() default 0.001;

  /** How much of the mean is in the direction; from 0 up to, not including, 1. */
  double beta1() default 0.9;

  /** The decay of the mean gradient; from 0 up to, not including, 1. */
  double beta2() default 0.99;
}
