package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean of each window of a sequence, channel by channel. Zeros of the padding do not count.
 *
 * <p>Shapes: {@code [steps, channels]} becomes {@code [windows, channels]}; the input must have
 * rank 2, and without padding a window must not be larger than it.
 *
 * <p>Costs one step for each tap of each window. See <a
 * href="https://keras.io/api/layers/pooling_layers/average_pooling1d/">Keras: AveragePooling1D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AveragePool1D {
  /** The steps of a window; at least 1. */
  int[] poolSize() default 2;

  /**
   * The steps from window to window; if empty, {@code poolSize}, so that windows lie side by side.
   */
  int[] strides() default {};

  /** Whether windows may reach beyond the edges; {@link Padding#VALID} or {@link Padding#SAME}. */
  Padding padding() default Padding.VALID;
}
