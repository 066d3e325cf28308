package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sums of products of two tensors along one axis of each: for {@code a[m, k]}, {@code b[k, n]}
 * and {@code axes = {2, 1}} the matrix product {@code a · b}.
 *
 * <p>Shapes: both of rank 1 or both of rank 2; the axes count from 1, as axis 0 is the batch, and
 * -1 is the last. They must have the same size, and what is left of {@code a} and then of {@code b}
 * is the result; of rank 1, that is {@code [1]}. Costs one multiply-add per term. See <a
 * href="https://keras.io/api/layers/merging_layers/dot/">Keras: Dot</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dot {
  /** The axis of both, or of each. */
  int[] axes();
}
