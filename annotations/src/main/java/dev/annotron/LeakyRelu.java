package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaky ReLU: {@code x} where it is positive, {@code slope * x} elsewhere; the shape stays.
 *
 * <p>Maas, Hannun, Ng: <i>Rectifier Nonlinearities Improve Neural Network Acoustic Models</i>,
 * 2013. See <a href="https://keras.io/api/layers/activation_layers/leaky_relu/">Keras:
 * LeakyReLU</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LeakyRelu {
  /** The slope for negative values; finite and not negative. */
  double slope() default 0.3;
}
