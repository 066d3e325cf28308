package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes each negative weight of a layer's kernel 0, after each step of training; stands beside the
 * layer annotation.
 *
 * <pre>
 * kernel ← max(kernel, 0)
 * </pre>
 *
 * <p>A table of embeddings is a kernel. Recurrent kernels and frozen weights are left alone. See <a
 * href="https://keras.io/api/layers/constraints/">Keras: Layer weight constraints</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface NonNegative {
  /** Whether the bias is kept at 0 or above too. */
  boolean bias() default false;
}
