package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the norms of a layer's weights small: after each step of training, each vector of the
 * kernel along {@link #axis} that is longer than {@link #value} becomes as long. Stands beside the
 * layer annotation.
 *
 * <pre>
 * norm = √ Σ kernel²
 * kernel ← kernel · min(norm, value) / (norm + 1e-7)
 * </pre>
 *
 * <p>A table of embeddings is a kernel. Recurrent kernels and frozen weights are left alone. {@link
 * UnitNorm} excludes this. See <a href="https://keras.io/api/layers/constraints/">Keras: Layer
 * weight constraints</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MaxNorm {
  /** The largest norm; finite and above 0. */
  double value() default 2;

  /**
   * The axes of a vector, which follow one another: 0, the weights that go into a unit, for
   * {@code @Dense}; 0, 1 and 2, those of a filter, for {@code @Conv2D}.
   */
  int[] axis() default {0};

  /** Whether the bias, as one vector, is kept small too. */
  boolean bias() default false;
}
