package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adadelta: steps in units of the running root mean square of earlier steps.
 *
 * <pre>
 * a ← a + (1 − rho) · (g² − a)
 * step ← g · √(d + epsilon) / √(a + epsilon);   d ← d + (1 − rho) · (step² − d)
 * w ← w − learningRate · step
 * </pre>
 *
 * <p>Keeps two floats per weight. The original method has {@code learningRate = 1}.
 *
 * <p>Zeiler: <i>ADADELTA: An Adaptive Learning Rate Method</i>, 2012 (arXiv 1212.5701). See <a
 * href="https://keras.io/api/optimizers/adadelta/">Keras: Adadelta</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adadelta {
  /** The step size; finite and above 0. */
  double learningRate() default 0.001;

  /** The decay of the running means; from 0 up to, not including, 1. */
  double rho() default 0.95;

  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-7;
}
