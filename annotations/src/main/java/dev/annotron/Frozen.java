package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the weights of a layer, or of all layers of a {@link Block}, as they are: training does not
 * change them; stands beside the layer annotation.
 *
 * <p>No gradient is computed for them, nor for what only they would need. A frozen batch
 * normalisation computes as in prediction, with its moving statistics, as in Keras. The weights are
 * set, saved and loaded as all others, for example those of a part that was trained before.
 *
 * <p>See <a href="https://keras.io/guides/transfer_learning/">Keras: {@code trainable = False}</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Frozen {}
