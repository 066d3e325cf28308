package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution of each channel of a picture for itself, with {@code depthMultiplier} kernels:
 * {@code activation(windows of x · kernel + bias)}.
 *
 * <p>Shapes: {@code x[height, width, channels]}, {@code kernel[kernel height, kernel width,
 * channels, depthMultiplier]}, {@code bias[channels · depthMultiplier]}, result {@code [windows
 * down, windows across, channels · depthMultiplier]} with the results of each channel side by side;
 * the input must have rank 3. The kernel starts as {@link Initializer#GLOROT_UNIFORM} and the bias
 * as {@link Initializer#ZEROS} unless {@link Init} says otherwise.
 *
 * <p>Costs {@code windows · taps · channels · depthMultiplier} multiply-adds for each sample. See
 * <a href="https://keras.io/api/layers/convolution_layers/depthwise_convolution2d/">Keras:
 * DepthwiseConv2D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DepthwiseConv2D {
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
   * The positions from tap to tap of a window: one number for both axes, or {@code {vertical,
   * horizontal}}; at least 1.
   */
  int[] dilationRate() default 1;

  /** The kernels of each channel; at least 1. */
  int depthMultiplier() default 1;

  /** Applied to each sum; {@link Activation#SOFTMAX} to all channels of a position together. */
  Activation activation() default Activation.LINEAR;

  /** Whether a bias is added to each channel. */
  boolean useBias() default true;
}
