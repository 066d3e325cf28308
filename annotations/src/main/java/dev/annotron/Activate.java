package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An activation as a layer of its own; the shape stays.
 *
 * <p>{@code @Dense(units = 8)} and {@code @Activate(RELU)} give the same bits as
 * {@code @Dense(units = 8, activation = RELU)}: the compiler fuses both to the same code. See <a
 * href="https://keras.io/api/layers/core_layers/activation/">Keras: Activation</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Activate {
  /** The function that is applied. */
  Activation value();
}
