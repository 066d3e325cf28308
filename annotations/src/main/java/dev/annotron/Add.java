package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sum of two or more tensors of one shape, named by the parameters of the method.
 *
 * <pre>{@code
 * @Add Tensor joined(Tensor hidden, Tensor shortcut);
 * }</pre>
 *
 * <p>See <a href="https://keras.io/api/layers/merging_layers/add/">Keras: Add</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Add {}
