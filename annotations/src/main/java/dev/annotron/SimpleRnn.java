package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A recurrent layer: {@code h[t] = activation(x[t] · kernel + h[t−1] · recurrentKernel + bias)},
 * with {@code h} before the first step 0.
 *
 * <p>Shapes: {@code x[steps, n]}, result {@code [units]}, or {@code [steps, units]} with {@code
 * returnSequences}. A step that {@link Masking} or {@link Embedding} masks leaves the state as it
 * was. {@link Bidirectional} may stand beside it. The kernel starts as {@link
 * Initializer#GLOROT_UNIFORM}, the recurrent kernel as {@link Initializer#ORTHOGONAL}, unless
 * {@link Init} says otherwise. Weights: {@code kernel}, {@code recurrentKernel}, {@code bias}.
 *
 * <p>Costs {@code steps · units · (n + units)} multiply-adds per sample, and three times as much in
 * training, where {@code 3 · steps · units} floats are kept. See <a
 * href="https://keras.io/api/layers/recurrent_layers/simple_rnn/">Keras: SimpleRNN</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SimpleRnn {
  /** The size of the state; at least 1. */
  int units();

  /** Makes the new state; not {@link Activation#SOFTMAX}. */
  Activation activation() default Activation.TANH;

  /** Whether a bias is added. */
  boolean useBias() default true;

  /** Whether the result is the state after every step, and not after the last alone. */
  boolean returnSequences() default false;

  /** Whether the steps are taken from the last to the first; states come in that order. */
  boolean goBackwards() default false;
}
