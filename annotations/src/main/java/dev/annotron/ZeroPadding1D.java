package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Zeros before and after a sequence: {@code [steps, channels]} becomes {@code [before + steps +
 * after, channels]}. Costs one copy.
 *
 * <p>See <a href="https://keras.io/api/layers/reshaping_layers/zero_padding1d/">Keras:
 * ZeroPadding1D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ZeroPadding1D {
  /** How many steps of zeros: on both sides, or {@code {before, after}}. */
  int[] value() default 1;
}
