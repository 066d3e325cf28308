package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sequence with each step several times.
 *
 * <p>Shapes: {@code [steps, channels]} becomes {@code [steps · size, channels]}; the input must
 * have rank 2. Costs one pass over the result. See <a
 * href="https://keras.io/api/layers/reshaping_layers/up_sampling1d/">Keras: UpSampling1D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling1D {
  /** How many times a step comes; at least 1. */
  int[] size() default 2;
}
