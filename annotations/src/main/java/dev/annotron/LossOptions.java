package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The numbers of a loss; stands beside {@link Train} for its loss, and beside {@link Output} for
 * that output's own. Only what the loss knows may be written.
 *
 * <p>See <a href="https://keras.io/api/losses/">Keras: Losses</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface LossOptions {
  /** The difference at which {@link Loss#HUBER} becomes a line; finite and above 0. */
  double delta() default 1;

  /**
   * How much {@link Loss#BINARY_FOCAL_CROSSENTROPY} looks away from what is right already; finite,
   * 0 or above.
   */
  double gamma() default 2;

  /** Whether {@link Loss#BINARY_FOCAL_CROSSENTROPY} weighs the classes by {@link #alpha}. */
  boolean applyClassBalancing() default false;

  /** The weight of class 1, and 1 minus that of class 0; from 0 to 1. */
  double alpha() default 0.25;

  /**
   * How far targets are moved to the middle, for {@link Loss#BINARY_CROSSENTROPY}, {@link
   * Loss#BINARY_FOCAL_CROSSENTROPY}, {@link Loss#CATEGORICAL_CROSSENTROPY} and {@link
   * Loss#SPARSE_CATEGORICAL_CROSSENTROPY}: {@code t (1 − labelSmoothing) + labelSmoothing / n} over
   * n classes, 2 for the binary losses; from 0 up to, not including, 1. Class numbers are smoothed
   * as the one-hot rows they stand for, which Keras leaves to its users.
   */
  double labelSmoothing() default 0;
}
