package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Group normalisation: the channels of the last axis in groups of neighbours, each normalised by
 * its mean and variance over the group and all other axes, of each sample by itself: {@code (x −
 * mean) / √(variance + epsilon) · gamma + beta}. The shape stays. Training and prediction do the
 * same.
 *
 * <p>Weights are {@code layer/gamma} and {@code layer/beta} of shape {@code [last axis]}. Costs
 * three passes over a sample, and four backward.
 *
 * <p>Wu, He: <i>Group Normalization</i>, 2018 (arXiv 1803.08494). See <a
 * href="https://keras.io/api/layers/normalization_layers/group_normalization/">Keras:
 * GroupNormalization</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GroupNorm {
  /** How many groups; a divisor of the number of channels, or -1 for a group of each channel. */
  int groups() default 32;

  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-3;

  /** Whether {@code beta} is added. */
  boolean center() default true;

  /** Whether {@code gamma} multiplies. */
  boolean scale() default true;
}
