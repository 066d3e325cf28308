package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In training, each value becomes 0 with the chance {@code rate}, and what stays is multiplied with
 * {@code 1 / (1 − rate)}; in prediction and evaluation, nothing happens. The shape stays.
 *
 * <p>What is dropped follows from the seed, the step and the layer's name alone, so that training
 * can be repeated bit by bit. Costs one pass over the values forward and one backward, and no
 * memory.
 *
 * <p>Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov: <i>Dropout: A Simple Way to Prevent
 * Neural Networks from Overfitting</i>, 2014. See <a
 * href="https://keras.io/api/layers/regularization_layers/dropout/">Keras: Dropout</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dropout {
  /** The chance of a value to be dropped; from 0 up to, not including, 1. */
  double value();
}
