package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution of a sequence: {@code activation(windows of x · kernel + bias)}, the same kernel at
 * each step.
 *
 * <p>Shapes: {@code x[steps, channels]}, {@code kernel[kernelSize, channels / groups, filters]},
 * {@code bias[filters]}, result {@code [windows, filters]}; the input must have rank 2, and a
 * window must not be longer than the padded sequence. The kernel starts as {@link
 * Initializer#GLOROT_UNIFORM} and the bias as {@link Initializer#ZEROS} unless {@link Init} says
 * otherwise.
 *
 * <p>Costs {@code windows · kernelSize · channels / groups · filters} multiply-adds for each
 * sample, and twice as many again in training. See <a
 * href="https://keras.io/api/layers/convolution_layers/convolution1d/">Keras: Conv1D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv1D {
  /** The filters, which are the channels of the result; at least 1. */
  int filters();

  /** The steps of a window; at least 1. */
  int[] kernelSize();

  /** The steps from window to window; at least 1. */
  int[] strides() default 1;

  /** Whether the result keeps the length of the sequence, and looks at the past alone. */
  Padding padding() default Padding.VALID;

  /**
   * How many zeros are put around the sequence, in the forms of {@link ZeroPadding1D}, where {@code
   * padding} is {@link Padding#VALID}; none if empty.
   */
  int[] pad() default {};

  /** The steps from tap to tap of a window; at least 1. */
  int[] dilationRate() default 1;

  /**
   * Into how many groups channels and filters are divided, each with a convolution of its own; it
   * must divide both.
   */
  int groups() default 1;

  /** Applied to each sum; {@link Activation#SOFTMAX} to all channels of a position together. */
  Activation activation() default Activation.LINEAR;

  /** Whether a bias is added to each channel. */
  boolean useBias() default true;
}
