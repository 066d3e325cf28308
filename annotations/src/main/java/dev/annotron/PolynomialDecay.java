package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that falls to its end along a power of the time left; stands beside the
 * optimizer.
 *
 * <pre>
 * p = min(step, decaySteps) / decaySteps
 * rate = (initialLearningRate − endLearningRate) · (1 − p)^power + endLearningRate
 * cycle: decaySteps is multiplied by ⌈step / decaySteps⌉ in the place of the minimum
 * </pre>
 *
 * <p>A step is one of the optimizer, counted from 0 over all of a model's {@code fit}s. The
 * optimizer's own {@code learningRate} must not be written beside it; {@code
 * FitOptions.learningRate} takes its place.
 *
 * <p>See <a href="https://keras.io/api/optimizers/learning_rate_schedules/polynomial_decay/">Keras:
 * PolynomialDecay</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PolynomialDecay {
  /** The learning rate of the first step; finite and above 0. */
  double initialLearningRate();

  /** The steps in which the rate decays once; at least 1. */
  int decaySteps();

  /** The rate at the end; finite, 0 or above. */
  double endLearningRate() default 0.0001;

  /** The power; finite and above 0. With 1 the rate falls along a line. */
  double power() default 1;

  /** Whether the rate rises again after the end, and falls for longer each time. */
  boolean cycle() default false;
}
