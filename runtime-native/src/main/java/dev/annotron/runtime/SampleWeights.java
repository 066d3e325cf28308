package dev.annotron.runtime;

/**
 * How much samples count.
 *
 * @param values weights, in the order in which they were given
 * @param places for each sample the place of its weight among the values
 */
record SampleWeights(float[] values, int[] places) {

  /** The weights of {@code size} samples, in their order. */
  static SampleWeights of(float[] weights, int size) {
    DatasetChecks.present("weights", weights);
    if (weights.length != size) {
      throw new DataException(
          "weighted(...) has " + weights.length + " weights",
          size + ", one for each sample",
          "Give the weights in the order of the samples.");
    }
    for (int i = 0; i < size; i++) {
      if (!(weights[i] >= 0 && Float.isFinite(weights[i]))) {
        throw new DataException(
            "The weight of sample " + i + " (counted from 0) is " + weights[i],
            "a finite number, 0 or above",
            "Use 0 for a sample that is not to count.");
      }
    }
    return new SampleWeights(weights.clone(), DatasetRows.all(size));
  }

  float at(int sample) {
    return values[places[sample]];
  }

  SampleWeights take(int n) {
    return new SampleWeights(values, DatasetRows.take(places, n));
  }

  SampleWeights skip(int n) {
    return new SampleWeights(values, DatasetRows.skip(places, n));
  }

  SampleWeights select(int[] samples) {
    return new SampleWeights(values, DatasetRows.select(places, samples));
  }

  SampleWeights shuffle(long seed) {
    return new SampleWeights(values, DatasetRows.shuffle(places, seed));
  }
}
