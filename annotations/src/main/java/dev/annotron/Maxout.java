package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest of several linear functions for each unit: {@code max over k of (x · kernel[…, k] +
 * bias[…, k])}, {@code [in]} to {@code [units]}.
 *
 * <p>Weights are {@code layer/kernel[in, units, pieces]} and {@code layer/bias[units, pieces]}.
 * Costs as a dense layer of {@code units · pieces} units, and a pass over its result for each
 * piece. Of equal values the first one gets the gradient.
 *
 * <p>Goodfellow, Warde-Farley, Mirza, Courville, Bengio: <i>Maxout Networks</i>, 2013 (arXiv
 * 1302.4389). Keras has no such layer; it is a {@link Dense} and a maximum there.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Maxout {
  /** The number of outputs; at least 1. */
  int units();

  /** How many linear functions each output has; at least 2. */
  int pieces() default 2;
}
