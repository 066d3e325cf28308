package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A gated recurrent unit, which resets after its product: with {@code z|r|x = x[t] · kernel +
 * bias[0]}, {@code a|b|n = h[t−1] · recurrentKernel + bias[1]} and the recurrent activation σ,
 * {@code u = σ(z + a)} and {@code h[t] = u · h[t−1] + (1 − u) · activation(x + σ(r + b) · n)};
 * {@code h} is 0 before the first step.
 *
 * <p>Shapes: {@code x[steps, n]}, result {@code [units]}, or {@code [steps, units]} with {@code
 * returnSequences}. A step that {@link Masking} or {@link Embedding} masks leaves the state as it
 * was. {@link Bidirectional} may stand beside it. The kernel starts as {@link
 * Initializer#GLOROT_UNIFORM}, the recurrent kernel as {@link Initializer#ORTHOGONAL}, unless
 * {@link Init} says otherwise. Weights: {@code kernel}, {@code recurrentKernel}, {@code bias}.
 *
 * <p>The bias is {@code [2, 3 · units]}. Costs {@code 3 · steps · units · (n + units)}
 * multiply-adds per sample, and three times as much in training, where {@code 12 · steps · units}
 * floats are kept. Cho et al.: <i>Learning Phrase Representations using RNN Encoder–Decoder</i>,
 * 2014. See <a href="https://keras.io/api/layers/recurrent_layers/gru/">Keras: GRU</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Gru {
  /** The size of the state; at least 1. */
  int units();

  /** Makes the new state; not {@link Activation#SOFTMAX}. */
  Activation activation() default Activation.TANH;

  /** Makes the gates; not {@link Activation#SOFTMAX}. */
  Activation recurrentActivation() default Activation.SIGMOID;

  /** Whether a bias is added. */
  boolean useBias() default true;

  /** Whether the result is the state after every step, and not after the last alone. */
  boolean returnSequences() default false;

  /** Whether the steps are taken from the last to the first; states come in that order. */
  boolean goBackwards() default false;
}
