package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A picture without some rows and columns at its edges: {@code [height, width, channels]} becomes
 * {@code [height − top − bottom, width − left − right, channels]}. Costs up to two copies.
 *
 * <p>See <a href="https://keras.io/api/layers/reshaping_layers/cropping2d/">Keras: Cropping2D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cropping2D {
  /**
   * How many rows and columns are cut off: one number for all four sides, {@code {vertical,
   * horizontal}}, or {@code {top, bottom, left, right}}.
   */
  int[] value() default 0;
}
