package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The way back of a convolution, from the shape of its result to that of its input: each value of
 * {@code x} goes to its window, times the kernel, and windows that overlap add up: {@code
 * activation(x · kernelᵀ + bias)}.
 *
 * <p>Shapes: {@code x[height, width, channels]}, {@code kernel[kernel height, kernel width,
 * filters, channels]}, {@code bias[filters]}, result {@code [rows, columns, filters]} with {@code
 * height · stride} rows, and {@code max(reach − stride, 0)} more without padding, where a window
 * reaches over {@code (kernel − 1) · dilation + 1}; the input must have rank 3. The kernel starts
 * as {@link Initializer#GLOROT_UNIFORM} and the bias as {@link Initializer#ZEROS} unless {@link
 * Init} says otherwise.
 *
 * <p>Costs {@code height · width · taps · channels · filters} multiply-adds for each sample. See <a
 * href="https://keras.io/api/layers/convolution_layers/convolution2d_transpose/">Keras:
 * Conv2DTranspose</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv2DTranspose {
  /** The filters, which are the channels of the result; at least 1. */
  int filters();

  /**
   * The height and width of a window: one number for both axes, or {@code {vertical, horizontal}};
   * at least 1.
   */
  int[] kernelSize();

  /**
   * The positions from window to window in the result: one number for both axes, or {@code
   * {vertical, horizontal}}; at least 1.
   */
  int[] strides() default 1;

  /**
   * Whether the result is exactly {@code strides} times as large; {@link Padding#VALID} or {@link
   * Padding#SAME}.
   */
  Padding padding() default Padding.VALID;

  /**
   * The positions from tap to tap of a window: one number for both axes, or {@code {vertical,
   * horizontal}}; at least 1.
   */
  int[] dilationRate() default 1;

  /** Applied to each sum; {@link Activation#SOFTMAX} to all channels of a position together. */
  Activation activation() default Activation.LINEAR;

  /** Whether a bias is added to each channel. */
  boolean useBias() default true;
}
