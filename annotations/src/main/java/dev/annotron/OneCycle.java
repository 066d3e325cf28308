package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that rises along half a cosine and then falls along another, to nearly nothing;
 * stands beside the optimizer.
 *
 * <pre>
 * from maxLearningRate / divFactor up to maxLearningRate in pctStart · totalSteps steps,
 * then down to maxLearningRate / divFactor / finalDivFactor in the rest
 * </pre>
 *
 * <p>A step is one of the optimizer, counted from 0 over all of a model's {@code fit}s. The
 * optimizer's own {@code learningRate} must not be written beside it; {@code
 * FitOptions.learningRate} takes its place.
 *
 * <p>Smith, Topin: <i>Super-Convergence</i>, 2017 (arXiv 1708.07120).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OneCycle {
  /** The rate at the top; finite and above 0. */
  double maxLearningRate();

  /** The steps of the cycle; at least 2. After them the rate stays. */
  int totalSteps();

  /** The share of the steps that goes up; above 0 and below 1. */
  double pctStart() default 0.3;

  /** By how much the first rate is smaller than the top; finite, at least 1. */
  double divFactor() default 25;

  /** By how much the last rate is smaller than the first; finite, at least 1. */
  double finalDivFactor() default 1e4;
}
