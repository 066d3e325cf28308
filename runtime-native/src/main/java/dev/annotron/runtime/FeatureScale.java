package dev.annotron.runtime;

/**
 * {@code (x - centre) / divisor} of each feature, computed in double.
 *
 * @param learned what it is called in messages, such as {@code "standardization"}
 * @param done what it does, such as {@code "standardized"}
 */
record FeatureScale(String learned, String done, double[] centre, double[] divisor) {

  /** The same samples, scaled; the targets stay. */
  Dataset apply(Dataset data) {
    expect(data.featureCount());
    long floats = DatasetMemory.floats(data.size(), centre.length);
    DatasetMemory features = DatasetMemory.allocate(floats);
    float[] row = new float[centre.length];
    for (int i = 0; i < data.size(); i++) {
      data.copyX(i, row, 0);
      scale(row, row);
      DatasetChecks.finite(done + " feature", i, row, data.featureNames());
      features.write(row, row.length, (long) i * row.length);
    }
    return data.withFeatures(features);
  }

  /** One sample, scaled; a new array. */
  float[] apply(float... sample) {
    DatasetChecks.present("values in the sample", sample);
    expect(sample.length);
    float[] scaled = new float[sample.length];
    scale(sample, scaled);
    for (int i = 0; i < sample.length; i++) {
      if (!Float.isFinite(scaled[i])) {
        throw notFinite(i, sample[i], scaled[i]);
      }
    }
    return scaled;
  }

  private void scale(float[] from, float[] to) {
    for (int j = 0; j < from.length; j++) {
      to[j] = (float) ((from[j] - centre[j]) / divisor[j]);
    }
  }

  private DataException notFinite(int feature, float from, float to) {
    String found = "Feature " + feature + ", counted from 0, is " + from;
    return new DataException(
        Float.isFinite(from) ? found + ", " + done + " " + to : found,
        "a finite number",
        "Replace the value, or leave the sample out.");
  }

  private void expect(int features) {
    if (features != centre.length) {
      throw new DataException(
          "There are " + features + " features",
          centre.length + " as in the data that the " + learned + " was learned from",
          "Use the same columns.");
    }
  }
}
