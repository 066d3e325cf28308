package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Nadam: {@link Adam} that looks ahead along its momentum, as Nesterov's form does.
 *
 * <pre>
 * uₜ = beta1 · (1 − 0.96ᵗ / 2);   Uₜ = u₁ · u₂ · … · uₜ
 * m ← m + (1 − beta1) · (g − m);   v ← v + (1 − beta2) · (g² − v)
 * m̂ = uₜ₊₁ · m / (1 − Uₜ₊₁) + (1 − uₜ) · g / (1 − Uₜ);   v̂ = v / (1 − beta2ᵗ)
 * w ← w − learningRate · m̂ / (√v̂ + epsilon)
 * </pre>
 *
 * <p>Keeps two floats per weight.
 *
 * <p>Dozat: <i>Incorporating Nesterov Momentum into Adam</i>, 2015. See <a
 * href="https://keras.io/api/optimizers/Nadam/">Keras: Nadam</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Nadam {
  /** The step size; finite and above 0. */
  double learningRate() default 0.001;

  /** The decay of the mean gradient; from 0 up to, not including, 1. */
  double beta1() default 0.9;

  /** The decay of the mean squared gradient; from 0 up to, not including, 1. */
  double beta2() default 0.999;

  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-7;
}
