package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch normalisation: {@code (x − mean) / √(variance + epsilon) · gamma + beta}, for each value of
 * the last axis. The shape stays.
 *
 * <p>In training, mean and variance are those of the batch over all other axes, and the moving ones
 * follow them: {@code moving ← momentum · moving + (1 − momentum) · batch}. In prediction and
 * evaluation they are the moving ones. A batch has two samples or more, or values along other axes:
 * of one value alone, what is left is {@code beta}.
 *
 * <p>Weights are {@code layer/gamma}, {@code layer/beta}, and, which training changes but no
 * gradient, {@code layer/movingMean} and {@code layer/movingVariance}; all of shape {@code [last
 * axis]}. Costs one pass over the values in prediction; in training three forward and three
 * backward.
 *
 * <p>Ioffe, Szegedy: <i>Batch Normalization: Accelerating Deep Network Training by Reducing
 * Internal Covariate Shift</i>, 2015 (arXiv 1502.03167). See <a
 * href="https://keras.io/api/layers/normalization_layers/batch_normalization/">Keras:
 * BatchNormalization</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchNorm {
  /** How much of the moving mean and variance stays in a step; from 0 to 1. */
  double momentum() default 0.99;

  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-3;

  /** Whether {@code beta} is added. */
  boolean center() default true;

  /** Whether {@code gamma} multiplies. */
  boolean scale() default true;
}
