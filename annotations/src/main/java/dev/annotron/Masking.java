package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Masks the steps of which all values are {@code maskValue}, for sequences of different lengths:
 * the layers behind it pass over them. Their values become 0.
 *
 * <p>Shapes: {@code x[steps, n]}, result the same. The mask goes on through layers that work step
 * by step, such as {@link TimeDistributed} {@link Dense}, {@link Activate}, {@link LayerNorm} and
 * recurrent layers with {@code returnSequences}, through {@link Concatenate} and its like, and is
 * read by recurrent layers and {@link MultiHeadAttention}. It ends at all others, such as
 * convolutions, and the compiler says so. Masked steps of an output count in no loss and no metric.
 * Costs one pass over the values. See <a
 * href="https://keras.io/api/layers/core_layers/masking/">Keras: Masking</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Masking {
  /** What all values of a step must be for it to be masked; finite as a float. */
  double maskValue() default 0;
}
