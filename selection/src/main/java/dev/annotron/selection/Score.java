package dev.annotron.selection;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Predicting;

/**
 * How well outputs meet targets, computed from the outputs alone, so that it can be asked of
 * whatever predicts. Probabilities are clipped to 1e-7 from 0 and 1, as Keras clips them.
 */
@FunctionalInterface
public interface Score {

  /** The right class has the largest output; the target is the number of the class. */
  Score SPARSE_ACCURACY = (output, target) -> largest(output) == (int) target[0] ? 1 : 0;

  /** The right class has the largest output; the target has a value for each class. */
  Score CATEGORICAL_ACCURACY = (output, target) -> largest(output) == largest(target) ? 1 : 0;

  /** The share of outputs on the right side of 0.5. */
  Score BINARY_ACCURACY =
      (output, target) -> {
        int right = 0;
        for (int i = 0; i < output.length; i++) {
          right += (output[i] > 0.5f ? 1 : 0) == target[i] ? 1 : 0;
        }
        return (double) right / output.length;
      };

  /**
   * Minus the logarithm of the probability of the right class, whose number is the target; outputs
   * are divided by their sum before, as Keras does.
   */
  Score SPARSE_CATEGORICAL_CROSSENTROPY =
      (output, target) -> {
        double sum = 0;
        for (float each : output) {
          sum += each;
        }
        return -Math.log(clip(output[(int) target[0]] / sum));
      };

  /** The mean over the outputs of minus the logarithm of the probability of what is so. */
  Score BINARY_CROSSENTROPY =
      (output, target) -> {
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
          double probability = clip(output[i]);
          sum -= target[i] * Math.log(probability) + (1 - target[i]) * Math.log(1 - probability);
        }
        return sum / output.length;
      };

  /** The mean over the outputs of the squared distance. */
  Score MEAN_SQUARED_ERROR =
      (output, target) -> {
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
          sum += ((double) output[i] - target[i]) * ((double) output[i] - target[i]);
        }
        return sum / output.length;
      };

  /** The mean over the outputs of the distance. */
  Score MEAN_ABSOLUTE_ERROR =
      (output, target) -> {
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
          sum += Math.abs((double) output[i] - target[i]);
        }
        return sum / output.length;
      };

  /** The score of one sample. */
  double of(float[] output, float[] target);

  /** The mean over the samples of a data set. */
  default double mean(Predicting predictor, Dataset data) {
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      double score = of(predictor.predict(data.x(i)), data.y(i));
      if (!Double.isFinite(score)) {
        throw new AnnotronException(
            "the score of sample " + i + " (counted from 0) is " + score,
            "a finite number",
            "Use a score that fits the outputs and targets.");
      }
      sum += score;
    }
    return sum / data.size();
  }

  /** The place of the largest value, the first of equals. */
  static int largest(float[] values) {
    int place = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[place]) {
        place = i;
      }
    }
    return place;
  }

  private static double clip(double probability) {
    return Math.min(Math.max(probability, 1e-7), 1 - 1e-7);
  }
}
