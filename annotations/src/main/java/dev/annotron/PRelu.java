package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Parametric ReLU: {@code x} where it is positive, {@code alpha · x} elsewhere, with slopes that
 * are learned; the shape stays.
 *
 * <p>The weight is {@code layer/alpha}, a slope for each value of a sample, which starts at 0.
 * Costs one pass forward and two backward.
 *
 * <p>He, Zhang, Ren, Sun: <i>Delving Deep into Rectifiers</i>, 2015 (arXiv 1502.01852). See <a
 * href="https://keras.io/api/layers/activation_layers/prelu/">Keras: PReLU</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PRelu {
  /**
   * Axes along which all values have the same slope, from 1 for the first axis of a sample: {@code
   * {1, 2}} of a picture, so that each channel has one.
   */
  int[] sharedAxes() default {};
}
