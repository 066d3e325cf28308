package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The product, value by value, of two or more tensors, named by the parameters of the method.
 *
 * <pre>{@code
 * @Multiply Tensor gated(Tensor hidden, Tensor gate);
 * }</pre>
 *
 * <p>Shapes may differ where one has an axis of size 1, or lacks the first axes: it repeats along
 * them, as {@code [28, 28, 32]} with {@code [1, 1, 32]}.
 *
 * <p>Costs a pass over the result for each input but the first, and one for each input that
 * repeats. See <a href="https://keras.io/api/layers/merging_layers/multiply/">Keras: Multiply</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Multiply {}
