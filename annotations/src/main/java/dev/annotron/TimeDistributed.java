package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Applies the layer that it stands beside to every step of a sequence alone, with the same weights:
 * {@code y[t] = layer(x[t])}.
 *
 * <p>It stands beside {@link Dense}. Shapes: {@code x[steps, n]} or of higher rank, result {@code
 * [steps, units]}; rank 1 is refused. It costs one product of {@code batch · steps} rows. See <a
 * href="https://keras.io/api/layers/recurrent_layers/time_distributed/">Keras: TimeDistributed</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TimeDistributed {}
