package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives each vector of a layer's kernel along {@link #axis} the norm 1, after each step of
 * training; stands beside the layer annotation.
 *
 * <pre>
 * kernel ← kernel / (√ Σ kernel² + 1e-7)
 * </pre>
 *
 * <p>A table of embeddings is a kernel. Recurrent kernels and frozen weights are left alone. {@link
 * MaxNorm} excludes this. See <a href="https://keras.io/api/layers/constraints/">Keras: Layer
 * weight constraints</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UnitNorm {
  /** The axes of a vector, which follow one another; see {@link MaxNorm#axis}. */
  int[] axis() default {0};

  /** Whether the bias gets the norm 1 too. */
  boolean bias() default false;
}
