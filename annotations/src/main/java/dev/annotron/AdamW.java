package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@link Adam} with decoupled weight decay: the weights shrink by a share of their own before each
 * step, whatever their gradients' history.
 *
 * <pre>
 * w ← w − learningRate · weightDecay · w, then Adam's step
 * </pre>
 *
 * <p>All weights decay, biases too, as in Keras. Keeps two floats per weight.
 *
 * <p>Loshchilov, Hutter: <i>Decoupled Weight Decay Regularization</i>, 2019 (arXiv 1711.05101). See
 * <a href="https://keras.io/api/optimizers/adamw/">Keras: AdamW</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AdamW {
  /** The step size; finite and above 0. */
  double learningRate() default 0.001;

  /** How fast weights shrink, per unit of the step size; finite, 0 or above. */
  double weightDecay() default 0.004;

  /** The decay of the mean gradient; from 0 up to, not including, 1. */
  double beta1() default 0.9;

  /** The decay of the mean squared gradient; from 0 up to, not including, 1. */
  double beta2() default 0.999;

  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-7;

  /** As {@link Adam#amsgrad}. */
  boolean amsgrad() default false;
}
