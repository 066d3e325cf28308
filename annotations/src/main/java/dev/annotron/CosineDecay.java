package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that falls along half a cosine, if asked after a warm-up along a line; stands
 * beside the optimizer.
 *
 * <pre>
 * without warm-up:  p = min(step, decaySteps) / decaySteps
 *                   rate = initialLearningRate · ((1 − alpha) · (1 + cos(π p)) / 2 + alpha)
 * with warm-up:     from initialLearningRate to warmupTarget in warmupSteps, then as above from
 *                   warmupTarget
 * </pre>
 *
 * <p>A step is one of the optimizer, counted from 0 over all of a model's {@code fit}s. The
 * optimizer's own {@code learningRate} must not be written beside it; {@code
 * FitOptions.learningRate} takes its place.
 *
 * <p>See <a href="https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay/">Keras:
 * CosineDecay</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CosineDecay {
  /** Where the rate starts; finite, and above 0, with a warm-up also 0. */
  double initialLearningRate();

  /** The steps in which the rate decays once; at least 1. */
  int decaySteps();

  /** The share of the rate that is left at the end; from 0 to 1. */
  double alpha() default 0;

  /** Where the warm-up leads; finite and above 0, or 0 for no warm-up. */
  double warmupTarget() default 0;

  /** The steps of the warm-up; 0 or more, and above 0 with a {@link #warmupTarget}. */
  int warmupSteps() default 0;
}
