package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Zeros around a picture: {@code [height, width, channels]} becomes {@code [top + height + bottom,
 * left + width + right, channels]}. Costs up to two copies.
 *
 * <p>See <a href="https://keras.io/api/layers/reshaping_layers/zero_padding2d/">Keras:
 * ZeroPadding2D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ZeroPadding2D {
  /**
   * How many rows and columns of zeros: one number for all four sides, {@code {vertical,
   * horizontal}}, or {@code {top, bottom, left, right}}.
   */
  int[] value() default 1;
}
