package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An input of the network, given per sample.
 *
 * <p>A network with several inputs takes one flat row per sample: the inputs one after another, in
 * declaration order. See <a href="https://keras.io/api/layers/core_layers/input/">Keras: Input</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Input {
  /**
   * The shape of one sample, without the batch dimension: {@code 784}, or {@code {28, 28, 1}}. Only
   * the input of a {@link Block} may be without, and then takes any shape.
   */
  int[] value() default {};

  /** What the values are; in a block without effect: an input is what it is bound to. */
  InputType type() default InputType.FLOAT;
}
