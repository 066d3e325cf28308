package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a layer use the weights of an earlier one of its kind; stands beside the layer annotation.
 *
 * <pre>{@code
 * @Dense(units = 8)                   Tensor left(Tensor first);
 * @Shared("left") @Dense(units = 8)   Tensor right(Tensor second);
 * }</pre>
 *
 * <p>Weights of the same role must have the same shape. Their gradient is the sum over all uses.
 * How they start, and whether they are {@link Frozen}, says the earlier layer. Beside {@link Block}
 * it shares the weights of all layers of an earlier use of the same block.
 *
 * <p>It is what calling a layer object twice is in <a
 * href="https://keras.io/guides/functional_api/#shared-layers">Keras</a>. Shared weights are in
 * memory and in files once; each use costs its own work.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Shared {
  /** The name of the earlier layer. */
  String value();
}
