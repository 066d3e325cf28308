package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds to each step a trained row of its own, so that layers without order, such as {@link
 * MultiHeadAttention}, can tell steps apart: {@code y[t, :] = x[t, :] + embeddings[t, :]}.
 *
 * <p>Shapes: {@code x[steps, n]}, result the same. The table {@code embeddings[steps, n]} starts as
 * {@link Initializer#GLOROT_UNIFORM} unless {@link Init} says otherwise. Costs one addition per
 * value. See <a href="https://keras.io/keras_hub/api/modeling_layers/position_embedding/">KerasHub:
 * PositionEmbedding</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PositionalEmbedding {}
