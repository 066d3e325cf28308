package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that is constant between steps; stands beside the optimizer.
 *
 * <pre>
 * rate = values[k] for the first k with step <= boundaries[k], else the last value
 * </pre>
 *
 * <p>A step is one of the optimizer, counted from 0 over all of a model's {@code fit}s. The
 * optimizer's own {@code learningRate} must not be written beside it; {@code
 * FitOptions.learningRate} takes its place.
 *
 * <p>See <a
 * href="https://keras.io/api/optimizers/learning_rate_schedules/piecewise_constant_decay/">Keras:
 * PiecewiseConstantDecay</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PiecewiseConstantDecay {
  /** The last steps of all rates but the last; each above the one before, and at least 0. */
  int[] boundaries();

  /** The rates, one more than there are {@link #boundaries}; each finite and above 0. */
  double[] values();
}
