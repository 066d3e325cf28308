package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * FTRL-proximal: "follow the regularised leader", for sparse linear models.
 *
 * <pre>
 * n′ = n + g²;   p = −learningRatePower;   s = l2RegularizationStrength + beta / (2 · learningRate)
 * z ← z + g + 2 · l2ShrinkageRegularizationStrength · w − (n′ᵖ − nᵖ) / learningRate · w
 * w ← (clip(z, ±l1RegularizationStrength) − z) / (n′ᵖ / learningRate + 2 · s);   n ← n′
 * </pre>
 *
 * <p>Keeps two floats per weight.
 *
 * <p>McMahan et al.: <i>Ad Click Prediction: a View from the Trenches</i>, 2013. See <a
 * href="https://keras.io/api/optimizers/ftrl/">Keras: Ftrl</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Ftrl {
  /** The step size; finite and above 0. */
  double learningRate() default 0.001;

  /** The power of the accumulator by which steps shrink; 0 or below. */
  double learningRatePower() default -0.5;

  /** Where the accumulator starts; 0 or above. */
  double initialAccumulatorValue() default 0.1;

  /** Pulls small weights to exactly 0; 0 or above. */
  double l1RegularizationStrength() default 0;

  /** Pulls weights towards 0; 0 or above. */
  double l2RegularizationStrength() default 0;

  /** As the one before, added to the gradient only; 0 or above. */
  double l2ShrinkageRegularizationStrength() default 0;

  /** Slows the first steps; 0 or above. */
  double beta() default 0;
}
