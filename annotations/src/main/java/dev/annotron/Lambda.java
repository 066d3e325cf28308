package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A function of one's own of each value by itself; the shape stays.
 *
 * <pre>{@code
 * final class Swish {
 *   static float value(float x) { return x / (1 + (float) Math.exp(-x)); }
 *   static float slope(float x) { ... }
 * }
 *
 * @Lambda(type = Swish.class, function = "value", derivative = "slope") Tensor activated();
 * }</pre>
 *
 * <p>The generated class calls both methods in its loops, from any number of threads: they have no
 * state. Costs one pass in Java forward and one backward, whatever the kernels are. See <a
 * href="https://keras.io/api/layers/core_layers/lambda/">Keras: Lambda</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Lambda {
  /** The class of both methods; the generated class must be able to see it. */
  Class<?> type();

  /** The name of a static method that takes a float and returns one. */
  String function() default "value";

  /** The name of another, which gives the function's derivative for the same argument. */
  String derivative() default "derivative";
}
