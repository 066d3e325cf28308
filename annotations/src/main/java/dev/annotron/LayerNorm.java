package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layer normalisation: {@code (x − mean) / √(variance + epsilon) · gamma + beta}, with mean and
 * variance over the last axis, of each row of each sample by itself. The shape stays. Training and
 * prediction do the same.
 *
 * <p>Weights are {@code layer/gamma} and {@code layer/beta} of shape {@code [last axis]}. Costs
 * three passes over a row, which stays in the processor's cache, and four backward.
 *
 * <p>Ba, Kiros, Hinton: <i>Layer Normalization</i>, 2016 (arXiv 1607.06450). See <a
 * href="https://keras.io/api/layers/normalization_layers/layer_normalization/">Keras:
 * LayerNormalization</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LayerNorm {
  /** Keeps the divisor from 0; above 0. */
  double epsilon() default 1e-3;

  /** Whether {@code beta} is added. */
  boolean center() default true;

  /** Whether {@code gamma} multiplies. */
  boolean scale() default true;
}
