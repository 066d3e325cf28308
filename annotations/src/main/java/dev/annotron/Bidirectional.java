package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the recurrent layer that it stands beside read its sequence in both directions, with
 * weights of their own, and merges the results; with {@code returnSequences} the backward states
 * are turned round first, so that both belong to the same step.
 *
 * <p>It stands beside {@link SimpleRnn}, {@link Lstm} and {@link Gru}. Weights: {@code
 * forwardKernel}, {@code backwardKernel} and so on. Costs twice the layer. See <a
 * href="https://keras.io/api/layers/recurrent_layers/bidirectional/">Keras: Bidirectional</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Bidirectional {
  /** How the two results become one. */
  MergeMode mergeMode() default MergeMode.CONCAT;
}
