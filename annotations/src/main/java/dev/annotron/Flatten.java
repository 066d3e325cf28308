package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * All values of a sample in one row, last axis fastest: {@code [28, 28, 1]} becomes {@code [784]}.
 *
 * <p>Costs nothing: no value is moved. See <a
 * href="https://keras.io/api/layers/reshaping_layers/flatten/">Keras: Flatten</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Flatten {}
