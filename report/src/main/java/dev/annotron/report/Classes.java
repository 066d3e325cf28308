package dev.annotron.report;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Model;
import java.util.List;

/**
 * The classes of a data set, as a model's outputs tell them: of several outputs the largest is the
 * class; a single one is the probability of class 1.
 *
 * @param outputs the floats of a prediction
 */
record Classes(int outputs, List<String> names) {

  /**
   * The classes of a model and the data it is judged by.
   *
   * @throws ReportException if targets and outputs are not those of classes
   */
  static Classes of(Model model, Dataset data) {
    int outputs = model.predict(data.x(0)).length;
    ReportException.check(
        data.targetCount() == 1 || data.targetCount() == outputs,
        "the data has " + data.targetCount() + " targets and the network " + outputs + " outputs",
        "one target, the class's number, or one for each output",
        "Only classes of one output can be drawn.");
    int count = Math.max(2, outputs);
    return new Classes(outputs, data.classNames().size() == count ? data.classNames() : List.of());
  }

  int count() {
    return Math.max(2, outputs);
  }

  /** The name of a class, or its number. */
  String name(int number) {
    return names.isEmpty() ? Integer.toString(number) : names.get(number);
  }

  int predicted(float[] prediction) {
    return outputs == 1 ? (prediction[0] > 0.5f ? 1 : 0) : largest(prediction);
  }

  /** How sure a prediction is of a class. */
  double confidence(float[] prediction, int number) {
    if (outputs > 1) {
      return prediction[number];
    }
    return number == 1 ? prediction[0] : 1 - prediction[0];
  }

  /**
   * The class of a sample.
   *
   * @throws ReportException if the target is no class's number
   */
  int actual(Dataset data, int sample) {
    float[] target = data.y(sample);
    if (target.length > 1) {
      return largest(target);
    }
    int number = Math.round(target[0]);
    ReportException.check(
        number == target[0] && number >= 0 && number < count(),
        "the target of sample " + sample + " is " + target[0],
        "the number of a class, from 0 to " + (count() - 1),
        "Only data of classes can be drawn so.");
    return number;
  }

  private static int largest(float[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
