package dev.annotron.runtime;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Model#fit(Dataset, FitOptions) fit} trains. Immutable; what is not set is taken from
 * the network's annotations.
 *
 * <pre>{@code
 * network.fit(data, new FitOptions().epochs(10).verbose(0));
 * }</pre>
 */
public final class FitOptions {
  private final @Nullable Integer epochs;
  private final @Nullable Integer batchSize;
  private final @Nullable Boolean shuffle;
  private final @Nullable Double learningRate;
  private final @Nullable Integer verbose;
  private final @Nullable Dataset validation;
  private final @Nullable Long seed;

  /** Options with nothing set. */
  public FitOptions() {
    this(null, null, null, null, null, null, null);
  }

  private FitOptions(
      @Nullable Integer epochs,
      @Nullable Integer batchSize,
      @Nullable Boolean shuffle,
      @Nullable Double learningRate,
      @Nullable Integer verbose,
      @Nullable Dataset validation,
      @Nullable Long seed) {
    this.epochs = epochs;
    this.batchSize = batchSize;
    this.shuffle = shuffle;
    this.learningRate = learningRate;
    this.verbose = verbose;
    this.validation = validation;
    this.seed = seed;
  }

  /**
   * Sets the passes over the data.
   *
   * @throws IllegalArgumentException if {@code value} is below 1
   */
  public FitOptions epochs(int value) {
    check(value >= 1, "epochs is " + value, "at least 1", "Ask for one pass or more.");
    return new FitOptions(value, batchSize, shuffle, learningRate, verbose, validation, seed);
  }

  /**
   * Sets the samples of a step. A size above the data set's is one batch.
   *
   * @throws IllegalArgumentException if {@code value} is below 1
   */
  public FitOptions batchSize(int value) {
    check(value >= 1, "batchSize is " + value, "at least 1", "Keras's default is 32.");
    return new FitOptions(epochs, value, shuffle, learningRate, verbose, validation, seed);
  }

  /** Sets whether each epoch visits the samples in a new order. */
  public FitOptions shuffle(boolean value) {
    return new FitOptions(epochs, batchSize, value, learningRate, verbose, validation, seed);
  }

  /**
   * Sets the step size of the optimizer.
   *
   * @throws IllegalArgumentException unless {@code value} is finite and above 0, also as a float
   */
  public FitOptions learningRate(double value) {
    check(
        (float) value > 0 && Float.isFinite((float) value),
        "learningRate is " + value,
        "a finite number above 0",
        "Common values lie between 0.0001 and 0.1.");
    return new FitOptions(epochs, batchSize, shuffle, value, verbose, validation, seed);
  }

  /**
   * Sets what is printed, as in Keras: 0 nothing; 1 a progress bar on a terminal, and elsewhere a
   * line for each epoch, or for about ten of them if there are very many; 2 a line for each epoch.
   *
   * @throws IllegalArgumentException unless {@code value} is 0, 1 or 2
   */
  public FitOptions verbose(int value) {
    check(
        value >= 0 && value <= 2,
        "verbose is " + value,
        "0, 1 or 2",
        "0 is silent, 1 a progress bar or some lines, 2 one line per epoch.");
    return new FitOptions(epochs, batchSize, shuffle, learningRate, value, validation, seed);
  }

  /** Sets the data that loss and metrics are measured on after each epoch. */
  public FitOptions validation(Dataset value) {
    return new FitOptions(epochs, batchSize, shuffle, learningRate, verbose, value, seed);
  }

  /** Sets the seed of this training's shuffling, instead of the network's. */
  public FitOptions seed(long value) {
    return new FitOptions(epochs, batchSize, shuffle, learningRate, verbose, validation, value);
  }

  /** These options, and where nothing is set, those of {@code defaults}. */
  public FitOptions orElse(FitOptions defaults) {
    return new FitOptions(
        first(epochs, defaults.epochs),
        first(batchSize, defaults.batchSize),
        first(shuffle, defaults.shuffle),
        first(learningRate, defaults.learningRate),
        first(verbose, defaults.verbose),
        first(validation, defaults.validation),
        first(seed, defaults.seed));
  }

  /** The passes over the data; 1 if not set. */
  public int epochs() {
    return epochs == null ? 1 : epochs;
  }

  /** The samples of a step; 32 if not set. */
  public int batchSize() {
    return batchSize == null ? 32 : batchSize;
  }

  /** Whether each epoch visits the samples in a new order; true if not set. */
  public boolean shuffle() {
    return shuffle == null || shuffle;
  }

  /** The optimizer's step size; if not set, the annotated one holds. */
  public OptionalDouble learningRate() {
    return learningRate == null ? OptionalDouble.empty() : OptionalDouble.of(learningRate);
  }

  /** What is printed: 0, 1 or 2; 1 if not set. */
  public int verbose() {
    return verbose == null ? 1 : verbose;
  }

  /** The data that is measured on after each epoch, if set. */
  public Optional<Dataset> validation() {
    return Optional.ofNullable(validation);
  }

  /** The seed of shuffling; if not set, the network's order goes on. */
  public OptionalLong seed() {
    return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
  }

  private static <T> @Nullable T first(@Nullable T mine, @Nullable T other) {
    return mine == null ? other : mine;
  }

  private static void check(boolean right, String found, String expected, String mend) {
    if (!right) {
      throw new IllegalArgumentException(AnnotronException.message(found, expected, mend));
    }
  }
}
