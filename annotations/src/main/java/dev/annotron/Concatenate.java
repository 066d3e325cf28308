package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Two or more tensors, named by the parameters of the method, put one after another along an axis.
 *
 * <p>The shapes must agree in all other axes. See <a
 * href="https://keras.io/api/layers/merging_layers/concatenate/">Keras: Concatenate</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Concatenate {
  /** The axis: 1 is the first of a sample, as axis 0 is the batch; -1 is the last. */
  int axis() default -1;
}
