package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as a neural network: each of its methods is a layer, in data order.
 *
 * <p>The compiler generates a class beside it, named after the interface with {@code Net} added.
 *
 * <pre>{@code
 * @Network(seed = 7)
 * @Train(loss = Loss.BINARY_CROSSENTROPY, epochs = 1000, batchSize = 4)
 * @Sgd(learningRate = 0.1)
 * public interface Xor {
 *   @Input(2)                                           Tensor bits();
 *   @Dense(units = 8, activation = Activation.RELU)     Tensor hidden();
 *   @Dense(units = 1, activation = Activation.SIGMOID)  Tensor answer();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Network {
  /**
   * The simple name of the generated class; empty for the interface's name with {@code Net} added.
   */
  String name() default "";

  /** The seed of initial weights and of shuffling. Every value is a seed, 0 too. */
  long seed() default 0;
}
