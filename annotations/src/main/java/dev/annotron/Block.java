package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A part of a network that is described once and used as a layer: an annotated interface of its
 * own.
 *
 * <pre>{@code
 * public interface ResidualUnit {
 *   @Input                                           Tensor x();
 *   @Dense(units = 32, activation = Activation.RELU) Tensor hidden();
 *   @Dense(units = 16)                               Tensor change();
 *   @Add                                             Tensor result(Tensor x, Tensor change);
 * }
 *
 * @Block(ResidualUnit.class) Tensor unit1(Tensor stem);
 * @Block(ResidualUnit.class) Tensor unit2();
 * }</pre>
 *
 * <p>The inputs of the block are bound to what the use reads, in order: to its parameters, or else
 * to the layer above. An input without shape takes any; one with a shape takes that only. The last
 * layer of the block is its result. Each use has weights of its own, unless {@link Shared} says
 * otherwise, with the use's name before the layer's: {@code unit1/hidden/kernel}. It costs what its
 * layers cost.
 *
 * <p>A block may use other blocks, but not itself. It needs no {@link Network}; one that has it can
 * be used all the same, without its training. Interfaces that come compiled, from a jar, must have
 * been compiled with javac's option {@code -parameters} where their layers have parameters.
 *
 * <p>It is what a function that composes layers is in <a
 * href="https://keras.io/guides/functional_api/">Keras's functional API</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Block {
  /** The interface whose methods are the layers of the block. */
  Class<?> value();

  /**
   * How often the block is used, each with weights of its own; from 1 to 1,000. The result of one
   * is the first input of the next, and further inputs are the same for all. Of several, the names
   * are {@code units/1/hidden}, {@code units/2/hidden} and so on.
   */
  int repeat() default 1;
}
