package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalisation by the root of the mean square: {@code x / √(mean(x²) + epsilon) · scale}, with the
 * mean over the last axis, of each row of each sample by itself. The shape stays. Training and
 * prediction do the same.
 *
 * <p>The weight is {@code layer/scale} of shape {@code [last axis]}. Costs two passes over a row,
 * which stays in the processor's cache, and three backward.
 *
 * <p>Zhang, Sennrich: <i>Root Mean Square Layer Normalization</i>, 2019 (arXiv 1910.07467). See <a
 * href="https://keras.io/api/layers/normalization_layers/rms_normalization/">Keras:
 * RMSNormalization</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RmsNorm {
  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-6;
}
