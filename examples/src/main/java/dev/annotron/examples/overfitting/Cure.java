package dev.annotron.examples.overfitting;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.Model;

/**
 * What came of a cure.
 *
 * @param name what it is
 * @param training the loss on the samples that were learned from
 * @param validation the loss on others
 * @param accuracy the share of others that was named right
 */
record Cure(String name, double training, double validation, double accuracy) {

  static Cure of(String name, Model model, Dataset train, Dataset validation) {
    Evaluation others = model.evaluate(validation);
    return new Cure(name, model.evaluate(train).loss(), others.loss(), others.metric("accuracy"));
  }

  /** How much better the network knows what it has seen. */
  double gap() {
    return validation - training;
  }
}
