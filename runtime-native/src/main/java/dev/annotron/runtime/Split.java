package dev.annotron.runtime;

/**
 * A data set in two parts.
 *
 * @param train the samples to learn from
 * @param test the samples to judge by
 */
public record Split(Dataset train, Dataset test) {

  /**
   * Brings each feature to mean 0 and standard deviation 1, as learned from the training part
   * alone, in both parts. For samples that come later, keep the {@link Standardization}: {@code
   * train().standardization()}, before this is called.
   */
  public Split standardize() {
    Standardization learned = train.standardization();
    return new Split(learned.apply(train), learned.apply(test));
  }

  /**
   * Brings each feature to the range from 0 to 1, as learned from the training part alone, in both
   * parts; what the test part has beyond that comes to lie beyond the range. For samples that come
   * later, keep the {@link MinMax}: {@code train().minMax()}, before this is called.
   */
  public Split minMax() {
    MinMax learned = train.minMax();
    return new Split(learned.apply(train), learned.apply(test));
  }
}
