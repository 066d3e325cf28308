package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The same values in another shape, last axis fastest: {@code [784]} becomes {@code [28, 28, 1]}.
 *
 * <p>Costs nothing: no value is moved. See <a
 * href="https://keras.io/api/layers/reshaping_layers/reshape/">Keras: Reshape</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Reshape {
  /**
   * The new shape of a sample, with as many values as the old one. One size may be -1: it follows
   * from the others.
   */
  int[] value();
}
