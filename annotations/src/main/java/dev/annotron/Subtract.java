package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The first tensor minus the second, named by the two parameters of the method.
 *
 * <pre>{@code
 * @Subtract Tensor difference(Tensor left, Tensor right);
 * }</pre>
 *
 * <p>Shapes may differ where one has an axis of size 1, or lacks the first axes: it repeats along
 * them, as {@code [28, 28, 32]} with {@code [1, 1, 32]}.
 *
 * <p>Costs a pass over the result, and one for each input that repeats. See <a
 * href="https://keras.io/api/layers/merging_layers/subtract/">Keras: Subtract</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Subtract {}
