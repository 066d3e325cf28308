package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dropout of whole channels: in training, each channel of a sample {@code [height, width,
 * channels]} becomes 0 everywhere with the chance {@code rate}, and what stays is multiplied with
 * {@code 1 / (1 − rate)}; in prediction and evaluation, nothing happens. Neighbouring values are
 * much alike, so that {@link Dropout} of single ones would hide little. Costs as {@link Dropout}.
 *
 * <p>Tompson, Goroshin, Jain, LeCun, Bregler: <i>Efficient Object Localization Using Convolutional
 * Networks</i>, 2014 (arXiv 1411.4280). See <a
 * href="https://keras.io/api/layers/regularization_layers/spatial_dropout2d/">Keras:
 * SpatialDropout2D</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SpatialDropout2D {
  /** The chance of a channel to be dropped; from 0 up to, not including, 1. */
  double value();
}
