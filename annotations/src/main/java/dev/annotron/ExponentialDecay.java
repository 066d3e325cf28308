package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that falls by the same factor in equal times; stands beside the optimizer.
 *
 * <pre>
 * rate = initialLearningRate · decayRate^(step / decaySteps), with staircase the quotient rounded down
 * </pre>
 *
 * <p>A step is one of the optimizer, counted from 0 over all of a model's {@code fit}s. The
 * optimizer's own {@code learningRate} must not be written beside it; {@code
 * FitOptions.learningRate} takes its place.
 *
 * <p>See <a
 * href="https://keras.io/api/optimizers/learning_rate_schedules/exponential_decay/">Keras:
 * ExponentialDecay</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ExponentialDecay {
  /** The learning rate of the first step; finite and above 0. */
  double initialLearningRate();

  /** The steps in which the rate decays once; at least 1. */
  int decaySteps();

  /** The decay; finite and above 0. */
  double decayRate();

  /** Whether the rate falls once every {@code decaySteps} and not a little with every step. */
  boolean staircase() default false;
}
