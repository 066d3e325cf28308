package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fully connected layer: {@code activation(x · kernel + bias)}.
 *
 * <p>Shapes: {@code x[n]}, {@code kernel[n, units]}, {@code bias[units]}, result {@code [units]};
 * the input must have rank 1, unless {@link TimeDistributed} stands beside it. The kernel starts as
 * {@link Initializer#GLOROT_UNIFORM} and the bias as {@link Initializer#ZEROS} unless {@link Init}
 * says otherwise. See <a href="https://keras.io/api/layers/core_layers/dense/">Keras: Dense</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dense {
  /** The size of the result; at least 1. */
  int units();

  /** Applied to each sum; {@link Activation#SOFTMAX} to all units of a sample together. */
  Activation activation() default Activation.LINEAR;

  /** Whether a bias is added. */
  boolean useBias() default true;
}
