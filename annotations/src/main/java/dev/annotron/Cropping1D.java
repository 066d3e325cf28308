package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sequence without some steps at its ends: {@code [steps, channels]} becomes {@code [steps −
 * before − after, channels]}. Costs one copy.
 *
 * <p>See <a href="https://keras.io/api/layers/reshaping_layers/cropping1d/">Keras: Cropping1D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cropping1D {
  /** How many steps are cut off: at both ends, or {@code {before, after}}. */
  int[] value() default 1;
}
