package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the result of a layer an output of the network, with a loss of its own; stands beside the
 * layer annotation. Other layers may read it all the same, as is usual of auxiliary outputs.
 *
 * <pre>{@code
 * @Network
 * @Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY, metrics = Metric.ACCURACY)
 * public interface Digit {
 *   @Input(784)                                            Tensor pixels();
 *   @Dense(units = 64, activation = Activation.RELU)       Tensor hidden();
 *   @Output(loss = Loss.BINARY_CROSSENTROPY, weight = 0.3)
 *   @Dense(units = 1, activation = Activation.SIGMOID)     Tensor even();
 *   @Dense(units = 10, activation = Activation.SOFTMAX)    Tensor digit(Tensor hidden);
 * }
 * }</pre>
 *
 * <p>The last layer is always an output; there the annotation is needed only for a weight, or for a
 * loss and metrics other than those of {@link Train}. Training makes the sum of the losses small,
 * each times its weight. A prediction holds the outputs one after another in declaration order,
 * here a float for {@code even} and then ten for {@code digit}, and so does a sample's row of
 * targets: here a float, and then a class number. Histories and evaluations name the values of each
 * output as Keras does: {@code even_loss}, {@code digit_loss}, {@code digit_accuracy}.
 *
 * <p>See <a href="https://keras.io/api/models/model_training_apis/">Keras: compile</a>, {@code
 * loss_weights}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Output {
  /** The loss of this output, one; without it the loss of {@link Train}. */
  Loss[] loss() default {};

  /** How much of the loss goes into what training makes small; finite and not negative. */
  double weight() default 1;

  /**
   * What is measured of this output; without it the last layer has the metrics of {@link Train},
   * and others none.
   */
  Metric[] metrics() default {};
}
