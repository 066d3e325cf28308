package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code scale · x + offset}, for inputs of another range: {@code @Rescaling(scale = 1.0 / 255)}.
 * The shape stays.
 *
 * <p>Costs one pass. See <a
 * href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/">Keras:
 * Rescaling</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Rescaling {
  /** What values are multiplied with; finite. */
  double scale();

  /** What is added then; finite. */
  double offset() default 0;
}
