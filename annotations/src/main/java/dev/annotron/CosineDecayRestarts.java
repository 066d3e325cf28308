package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that falls along half a cosine again and again; stands beside the optimizer.
 *
 * <pre>
 * in cycle k of firstDecaySteps · tMulᵏ steps, p of which are over:
 * rate = initialLearningRate · ((1 − alpha) · mMulᵏ · (1 + cos(π p)) / 2 + alpha)
 * </pre>
 *
 * <p>A step is one of the optimizer, counted from 0 over all of a model's {@code fit}s. The
 * optimizer's own {@code learningRate} must not be written beside it; {@code
 * FitOptions.learningRate} takes its place.
 *
 * <p>See <a
 * href="https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay_restarts/">Keras:
 * CosineDecayRestarts</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CosineDecayRestarts {
  /** The learning rate of the first step; finite and above 0. */
  double initialLearningRate();

  /** The steps of the first cycle; at least 1. */
  int firstDecaySteps();

  /** How much longer each cycle is than the one before; finite, at least 1. */
  double tMul() default 2;

  /** How much higher each cycle starts than the one before; finite and above 0. */
  double mMul() default 1;

  /** The share of the rate that is left at the end of a cycle; from 0 to 1. */
  double alpha() default 0;
}
