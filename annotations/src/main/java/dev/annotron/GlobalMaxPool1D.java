package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest value of all steps of a sequence, channel by channel.
 *
 * <p>Shapes: {@code [steps, channels]} becomes {@code [channels]}; the input must have rank 2. In
 * training, the gradient goes to the first of the largest values.
 *
 * <p>Costs one pass over the input. See <a
 * href="https://keras.io/api/layers/pooling_layers/global_max_pooling1d/">Keras:
 * GlobalMaxPooling1D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GlobalMaxPool1D {
  /** Whether the axes that are gone stay with size 1: {@code [1, channels]}. */
  boolean keepdims() default false;
}
