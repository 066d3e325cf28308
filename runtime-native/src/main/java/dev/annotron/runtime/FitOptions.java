package dev.annotron.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Model#fit(Dataset, FitOptions) fit} trains. Immutable, and safe to share among
 * trainings; what is not set is taken from the network's annotations.
 *
 * <pre>{@code
 * network.fit(data, new FitOptions()
 *     .epochs(100)
 *     .validationSplit(0.2)
 *     .callback(new EarlyStopping("val_loss").patience(5).restoreBestWeights(true))
 *     .onEpochEnd(training -> System.out.println(training.learningRate())));
 * }</pre>
 *
 * <p>See <a href="https://keras.io/api/models/model_training_apis/">Keras: fit</a>.
 */
public final class FitOptions {
  // Places in the values: no enum and no map, which a process that only trains XOR would load.
  private static final int EPOCHS = 0;
  private static final int BATCH_SIZE = 1;
  private static final int SHUFFLE = 2;
  private static final int LEARNING_RATE = 3;
  private static final int VERBOSE = 4;
  private static final int VALIDATION = 5;
  private static final int VALIDATION_SPLIT = 6;
  private static final int SEED = 7;
  private static final int TIME_LIMIT = 8;
  private static final int RESUME = 9;
  private static final int RESTORE = 10;
  private static final int CLASS_WEIGHTS = 11;
  private static final int COUNT = 12;

  private final @Nullable Object[] values;
  private final List<Callback> callbacks;
  private final List<Consumer<Training>> batchEnds;

  /** Options with nothing set. */
  public FitOptions() {
    this(new @Nullable Object[COUNT], List.of(), List.of());
  }

  private FitOptions(
      @Nullable Object[] values, List<Callback> callbacks, List<Consumer<Training>> batchEnds) {
    this.values = values;
    this.callbacks = callbacks;
    this.batchEnds = batchEnds;
  }

  private FitOptions with(int place, Object value) {
    @Nullable Object[] changed = values.clone();
    changed[place] = value;
    return new FitOptions(changed, callbacks, batchEnds);
  }

  /**
   * Sets the passes over the data; of a training that is resumed, those before it included.
   *
   * @throws IllegalArgumentException if {@code value} is below 1
   */
  public FitOptions epochs(int value) {
    check(value >= 1, "epochs is " + value, "at least 1", "Ask for one pass or more.");
    return with(EPOCHS, value);
  }

  /**
   * Sets the samples of a step. A size above the data set's is one batch.
   *
   * @throws IllegalArgumentException if {@code value} is below 1
   */
  public FitOptions batchSize(int value) {
    check(value >= 1, "batchSize is " + value, "at least 1", "Keras's default is 32.");
    return with(BATCH_SIZE, value);
  }

  /**
   * Sets whether each epoch visits the samples in a new order. A batch of all samples has none:
   * they stay in that of the data set.
   */
  public FitOptions shuffle(boolean value) {
    return with(SHUFFLE, value);
  }

  /**
   * Sets the step size of the optimizer, for all steps.
   *
   * @throws IllegalArgumentException unless {@code value} is finite and above 0, also as a float
   */
  public FitOptions learningRate(double value) {
    check(
        (float) value > 0 && Float.isFinite((float) value),
        "learningRate is " + value,
        "a finite number above 0",
        "Common values lie between 0.0001 and 0.1.");
    return with(LEARNING_RATE, value);
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
    return with(VERBOSE, value);
  }

  /** Sets the data that loss and metrics are measured on after each epoch. */
  public FitOptions validation(Dataset value) {
    return with(VALIDATION, value);
  }

  /**
   * Holds the last part of the data back, before any shuffling, and measures loss and metrics on it
   * after each epoch. {@link #validation} wins over it. Where the samples are sorted by class, use
   * {@link Dataset#stratifiedSplit} instead.
   *
   * @param fraction the share held back, above 0 and below 1; whole samples are trained on for it,
   *     rounded down as Keras does
   * @throws IllegalArgumentException if {@code fraction} is not between 0 and 1
   */
  public FitOptions validationSplit(double fraction) {
    check(
        fraction > 0 && fraction < 1,
        "validationSplit is " + fraction,
        "a fraction above 0 and below 1",
        "Common values lie between 0.1 and 0.3.");
    return with(VALIDATION_SPLIT, fraction);
  }

  /** Sets the seed of all that is random in this training, instead of the network's. */
  public FitOptions seed(long value) {
    return with(SEED, value);
  }

  /**
   * Ends training after the step in which this time has passed; {@link History#stopped} says so
   * then. The epoch that was cut off is not recorded.
   *
   * @throws IllegalArgumentException if {@code value} is not above 0
   */
  public FitOptions timeLimit(Duration value) {
    check(value.isPositive(), "timeLimit is " + value, "above 0", "Use Duration.ofMinutes(10).");
    return with(TIME_LIMIT, value);
  }

  /**
   * Goes on with the training that a checkpoint was taken of, bit for bit as if it had never been
   * interrupted, given the same data and options. The history begins with the epochs before.
   *
   * <p>Weights, optimizer, learning rate, orders and draws are the checkpoint's. Where there is no
   * file, training starts from the beginning, so that one program serves the first run and those
   * after it; {@code fit} throws a {@link WeightFileException} if the file is damaged, or of
   * another architecture, optimizer or metrics, another number of samples, or other weights of
   * samples or classes. Another batch size, seed or learning rate counts from there on.
   *
   * @param checkpoint a file that a {@link dev.annotron.runtime.callback.ModelCheckpoint} wrote
   */
  public FitOptions resume(Path checkpoint) {
    return with(RESUME, checkpoint);
  }

  /**
   * Makes the samples of some classes count more or less in the training loss, as Keras's {@code
   * class_weight}: the loss of a batch is {@code Σ weight · loss / samples}. A sample's class is
   * its target, rounded, or the column of the largest of several. Validation counts all samples
   * alike.
   *
   * @param value the weights by class number; classes that are not named count once. {@code fit}
   *     throws a {@link DataException} where a sample has no class of its own: with several
   *     outputs, with an output for each step of a sequence, and with samples that have weights
   *     already; and where a class is named that the output does not have
   * @throws IllegalArgumentException if a class is negative, or a weight negative or not finite
   */
  public FitOptions classWeights(Map<Integer, Double> value) {
    Map<Integer, Double> weights = new TreeMap<>(value);
    weights.forEach(
        (number, weight) -> {
          check(
              number >= 0,
              "classWeights has the class " + number,
              "0 or above",
              "Number the classes from 0.");
          check(
              weight >= 0 && Float.isFinite(weight.floatValue()),
              "the weight of class " + number + " is " + weight,
              "a finite number, 0 or above",
              "Give rare classes a weight above 1.");
        });
    return with(CLASS_WEIGHTS, weights);
  }

  /**
   * {@link #classWeights(Map)} with the weights of the classes 0, 1 and so on.
   *
   * @throws IllegalArgumentException if a weight is negative or not finite
   */
  public FitOptions classWeights(double... value) {
    Map<Integer, Double> weights = new TreeMap<>();
    for (int i = 0; i < value.length; i++) {
      weights.put(i, value[i]);
    }
    return classWeights(weights);
  }

  /**
   * Sets whether weights go back to the last good ones if training diverges; they do if not set.
   * Without, they stay as they are, for looking at what went wrong.
   */
  public FitOptions restoreOnDivergence(boolean value) {
    return with(RESTORE, value);
  }

  /** Adds a callback; they are called in the order in which they were added. */
  public FitOptions callback(Callback value) {
    return new FitOptions(values, add(callbacks, value), batchEnds);
  }

  /** Adds what is called after each whole epoch, when its values are known. */
  public FitOptions onEpochEnd(Consumer<Training> value) {
    return callback(training -> () -> value.accept(training));
  }

  /** Adds what is called after each step; without it, steps pay nothing for this. */
  public FitOptions onBatchEnd(Consumer<Training> value) {
    return new FitOptions(values, callbacks, add(batchEnds, value));
  }

  private static <T> List<T> add(List<T> list, T value) {
    List<T> longer = new ArrayList<>(list);
    longer.add(value);
    return List.copyOf(longer);
  }

  /** These options, and where nothing is set, those of {@code defaults}. */
  public FitOptions orElse(FitOptions defaults) {
    @Nullable Object[] merged = values.clone();
    for (int i = 0; i < COUNT; i++) {
      merged[i] = merged[i] == null ? defaults.values[i] : merged[i];
    }
    return new FitOptions(
        merged,
        callbacks.isEmpty() ? defaults.callbacks : callbacks,
        batchEnds.isEmpty() ? defaults.batchEnds : batchEnds);
  }

  /** The passes over the data; 1 if not set. */
  public int epochs() {
    return values[EPOCHS] instanceof Integer value ? value : 1;
  }

  /** The samples of a step; 32 if not set. */
  public int batchSize() {
    return values[BATCH_SIZE] instanceof Integer value ? value : 32;
  }

  /** Whether each epoch visits the samples in a new order; true if not set. */
  public boolean shuffle() {
    return !(values[SHUFFLE] instanceof Boolean value) || value;
  }

  /** The optimizer's step size; if not set, the annotated one or its schedule holds. */
  public OptionalDouble learningRate() {
    return number(LEARNING_RATE);
  }

  /** What is printed: 0, 1 or 2; 1 if not set. */
  public int verbose() {
    return values[VERBOSE] instanceof Integer value ? value : 1;
  }

  /** The data that is measured on after each epoch, if set. */
  public Optional<Dataset> validation() {
    return values[VALIDATION] instanceof Dataset value ? Optional.of(value) : Optional.empty();
  }

  /** The share of the data that is held back for validation, if set. */
  public OptionalDouble validationSplit() {
    return number(VALIDATION_SPLIT);
  }

  /** The seed of what is random; if not set, the network's goes on. */
  public OptionalLong seed() {
    return values[SEED] instanceof Long value ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /** How long training may take, if set. */
  public Optional<Duration> timeLimit() {
    return values[TIME_LIMIT] instanceof Duration value ? Optional.of(value) : Optional.empty();
  }

  /** The checkpoint to go on from, if set. */
  public Optional<Path> resume() {
    return values[RESUME] instanceof Path value ? Optional.of(value) : Optional.empty();
  }

  /** The weights of classes by their numbers; empty if not set. */
  public Map<Integer, Double> classWeights() {
    Map<Integer, Double> weights = new TreeMap<>();
    if (values[CLASS_WEIGHTS] instanceof Map<?, ?> set) {
      set.forEach((number, weight) -> weights.put((Integer) number, (Double) weight));
    }
    return Collections.unmodifiableMap(weights);
  }

  /** Whether class weights are set, without a look at them. */
  public boolean hasClassWeights() {
    return values[CLASS_WEIGHTS] != null;
  }

  /** Whether weights go back to the last good ones if training diverges; true if not set. */
  public boolean restoreOnDivergence() {
    return !(values[RESTORE] instanceof Boolean value) || value;
  }

  /** The callbacks, in their order. */
  public List<Callback> callbacks() {
    return callbacks;
  }

  /** What is called after each step. */
  public List<Consumer<Training>> batchEnds() {
    return batchEnds;
  }

  private OptionalDouble number(int place) {
    return values[place] instanceof Double value
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  private static void check(boolean right, String found, String expected, String mend) {
    if (!right) {
      throw new IllegalArgumentException(AnnotronException.message(found, expected, mend));
    }
  }
}
