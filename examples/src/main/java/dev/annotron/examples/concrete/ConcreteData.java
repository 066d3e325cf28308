package dev.annotron.examples.concrete;

import dev.annotron.csv.Csv;
import dev.annotron.examples.Options;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Split;

/** 1030 concretes: 772 to learn from and 258 to judge by, each feature standardized. */
final class ConcreteData {
  private static final String ORIGIN =
      "the Concrete Compressive Strength data set\n"
          + "by I-Cheng Yeh, UCI Machine Learning Repository, as CSV with a first line of column"
          + " names of which the target is \"strength\"";
  private static final int TRAIN = 772;
  private static final long SEED = 0;

  private ConcreteData() {}

  static Split read(Options options) {
    Dataset all = Csv.read(options.files(ORIGIN, "concrete/concrete.csv")[0]).target("strength");
    Dataset shuffled = all.shuffle(SEED);
    return new Split(shuffled.take(TRAIN), shuffled.skip(TRAIN)).standardize();
  }
}
