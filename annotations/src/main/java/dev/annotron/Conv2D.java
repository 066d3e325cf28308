package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution of a picture: {@code activation(windows of x · kernel + bias)}, the same kernel at
 * each place.
 *
 * <p>Shapes: {@code x[height, width, channels]}, {@code kernel[kernel height, kernel width,
 * channels / groups, filters]}, {@code bias[filters]}, result {@code [windows down, windows across,
 * filters]}; the input must have rank 3, and a window must not be larger than the padded picture.
 * The kernel starts as {@link Initializer#GLOROT_UNIFORM} and the bias as {@link Initializer#ZEROS}
 * unless {@link Init} says otherwise.
 *
 * <p>Costs {@code windows · taps · channels / groups · filters} multiply-adds for each sample, and
 * twice as many again in training. See <a
 * href="https://keras.io/api/layers/convolution_layers/convolution2d/">Keras: Conv2D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv2D {
  /** The filters, which are the channels of the result; at least 1. */
  int filters();

  /**
   * The height and width of a window: one number for both axes, or {@code {vertical, horizontal}};
   * at least 1.
   */
  int[] kernelSize();

  /**
   * The positions from window to window: one number for both axes, or {@code {vertical,
   * horizontal}}; at least 1.
   */
  int[] strides() default 1;

  /**
   * Whether the result keeps the size of the picture; {@link Padding#VALID} or {@link
   * Padding#SAME}.
   */
  Padding padding() default Padding.VALID;

  /**
   * How many zeros are put around the picture, in the forms of {@link ZeroPadding2D}, where {@code
   * padding} is {@link Padding#VALID}; none if empty.
   */
  int[] pad() default {};

  /**
   * The positions from tap to tap of a window: one number for both axes, or {@code {vertical,
   * horizontal}}; at least 1.
   */
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
