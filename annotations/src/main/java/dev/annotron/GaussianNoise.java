package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In training, {@code x + deviation · n} with {@code n} of the standard normal distribution; in
 * prediction and evaluation, nothing happens. The shape stays.
 *
 * <p>The noise follows from the seed, the step and the layer's name alone. Costs one pass forward,
 * with a logarithm and a cosine for each value, and nothing backward. See <a
 * href="https://keras.io/api/layers/regularization_layers/gaussian_noise/">Keras:
 * GaussianNoise</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GaussianNoise {
  /** The standard deviation of the noise; finite and not negative. */
  double value();
}
