package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Long short-term memory: with {@code i|f|g|o = x[t] · kernel + h[t−1] · recurrentKernel + bias},
 * each {@code units} wide, and the recurrent activation σ, {@code c[t] = σ(f) · c[t−1] + σ(i) ·
 * activation(g)} and {@code h[t] = σ(o) · activation(c[t])}; both are 0 before the first step.
 *
 * <p>Shapes: {@code x[steps, n]}, result {@code [units]}, or {@code [steps, units]} with {@code
 * returnSequences}. A step that {@link Masking} or {@link Embedding} masks leaves the state as it
 * was. {@link Bidirectional} may stand beside it. The kernel starts as {@link
 * Initializer#GLOROT_UNIFORM}, the recurrent kernel as {@link Initializer#ORTHOGONAL}, unless
 * {@link Init} says otherwise. Weights: {@code kernel}, {@code recurrentKernel}, {@code bias}.
 *
 * <p>Costs {@code 4 · steps · units · (n + units)} multiply-adds per sample, and three times as
 * much in training, where {@code 11 · steps · units} floats are kept. The products of all inputs
 * are one product, and so is the gradient of the recurrent kernel. Hochreiter, Schmidhuber: <i>Long
 * Short-Term Memory</i>, 1997. See <a
 * href="https://keras.io/api/layers/recurrent_layers/lstm/">Keras: LSTM</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Lstm {
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

  /** Whether the forget gates' bias starts as 1, unless {@link Init} gives the bias a start. */
  boolean unitForgetBias() default true;
}
