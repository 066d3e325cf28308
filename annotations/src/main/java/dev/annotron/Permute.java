package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The axes of a sample in another order: {@code @Permute({2, 1})} turns {@code [28, 64]} into
 * {@code [64, 28]}.
 *
 * <p>Costs up to one copy of the tensor for each axis but one. See <a
 * href="https://keras.io/api/layers/reshaping_layers/permute/">Keras: Permute</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Permute {
  /** For each axis of the result, the axis of the input that it is; the first axis is 1. */
  int[] value();
}
