package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A picture with each row and column several times, so that every value fills a rectangle.
 *
 * <p>Shapes: {@code [height, width, channels]} becomes {@code [height · size, width · size,
 * channels]}; the input must have rank 3. Costs one pass over the result. See <a
 * href="https://keras.io/api/layers/reshaping_layers/up_sampling2d/">Keras: UpSampling2D</a>. Its
 * interpolation is {@code nearest}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling2D {
  /**
   * How many times a row and a column come: one number for both axes, or {@code {vertical,
   * horizontal}}; at least 1.
   */
  int[] size() default 2;
}
