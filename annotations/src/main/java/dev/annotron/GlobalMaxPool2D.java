package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest value of all positions of a picture, channel by channel.
 *
 * <p>Shapes: {@code [height, width, channels]} becomes {@code [channels]}; the input must have rank
 * 3. In training, the gradient goes to the first of the largest values.
 *
 * <p>Costs one pass over the input. See <a
 * href="https://keras.io/api/layers/pooling_layers/global_max_pooling2d/">Keras:
 * GlobalMaxPooling2D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GlobalMaxPool2D {
  /** Whether the axes that are gone stay with size 1: {@code [1, 1, channels]}. */
  boolean keepdims() default false;
}
