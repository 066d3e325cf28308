package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A row several times, as the steps of a sequence.
 *
 * <p>Shapes: {@code [channels]} becomes {@code [value, channels]}; the input must have rank 1.
 * Costs one pass over the result. See <a
 * href="https://keras.io/api/layers/reshaping_layers/repeat_vector/">Keras: RepeatVector</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RepeatVector {
  /** The steps of the sequence; at least 1. */
  int value();
}
