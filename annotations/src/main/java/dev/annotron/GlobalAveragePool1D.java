package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean of all steps of a sequence, channel by channel; of those that {@link Masking} keeps,
 * where there is a mask.
 *
 * <p>Shapes: {@code [steps, channels]} becomes {@code [channels]}; the input must have rank 2.
 *
 * <p>Costs one pass over the input. See <a
 * href="https://keras.io/api/layers/pooling_layers/global_average_pooling1d/">Keras:
 * GlobalAveragePooling1D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GlobalAveragePool1D {
  /** Whether the axes that are gone stay with size 1: {@code [1, channels]}. */
  boolean keepdims() default false;
}
