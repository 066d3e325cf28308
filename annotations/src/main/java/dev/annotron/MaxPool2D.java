package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest value of each window of a picture, channel by channel.
 *
 * <p>Shapes: {@code [height, width, channels]} becomes {@code [windows down, windows across,
 * channels]}; the input must have rank 3, and without padding a window must not be larger than it.
 * In training, the gradient goes to the first of the largest values.
 *
 * <p>Costs one step for each tap of each window. See <a
 * href="https://keras.io/api/layers/pooling_layers/max_pooling2d/">Keras: MaxPooling2D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MaxPool2D {
  /**
   * The height and width of a window: one number for both axes, or {@code {vertical, horizontal}};
   * at least 1.
   */
  int[] poolSize() default 2;

  /**
   * The positions from window to window: one number for both axes, or {@code {vertical,
   * horizontal}}; if empty, {@code poolSize}, so that windows lie side by side.
   */
  int[] strides() default {};

  /** Whether windows may reach beyond the edges; {@link Padding#VALID} or {@link Padding#SAME}. */
  Padding padding() default Padding.VALID;
}
