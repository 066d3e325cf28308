package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A row of a trained table for each id: {@code y[…, :] = embeddings[x[…], :]}.
 *
 * <p>Shapes: ids {@code x[steps]} or of any rank, which are whole numbers from 0 to {@code inputDim
 * − 1}; result {@code [steps, outputDim]}. The table {@code embeddings[inputDim, outputDim]} starts
 * as {@link Initializer#RANDOM_UNIFORM} unless {@link Init} says otherwise. Costs a copy of each
 * row, and in training an addition to each row. See <a
 * href="https://keras.io/api/layers/core_layers/embedding/">Keras: Embedding</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Embedding {
  /** The number of different ids; from 1 to 2²⁴, as far as floats tell them apart. */
  int inputDim();

  /** The size of a row; at least 1. */
  int outputDim();

  /** Whether steps with id 0 are masked, as {@link Masking} does; the input then has rank 1. */
  boolean maskZero() default false;
}
