package dev.annotron.runtime;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Samples to learn from: for each a row of features and a row of targets, all of them finite.
 * Immutable, never empty, and safe from any number of threads.
 *
 * <p>The numbers lie in two contiguous blocks of float32, on the heap while they are few and
 * outside it above 1 MiB. What lies outside counts against the JVM's option {@code
 * -XX:MaxDirectMemorySize}, which is as much as {@code -Xmx} if it is not given; mapped memory does
 * not. With {@code -Dannotron.data.directory=DIR}, a block for which memory does not suffice lies
 * in a mapped file in that directory, which goes with the process: so files larger than memory can
 * be read. {@link #take}, {@link #skip}, {@link #shuffle} and {@link #split} copy no numbers: they
 * give views, which share the blocks and hold only the numbers of their rows.
 *
 * <p>Whatever is wrong with the data is a {@link DataException}, thrown before training starts.
 */
public final class Dataset {
  private final DatasetBlock block;
  private final int[] rows;
  private final @Nullable Renewal renewal;
  private final @Nullable SampleWeights weights;

  private Dataset(
      DatasetBlock block, int[] rows, @Nullable Renewal renewal, @Nullable SampleWeights weights) {
    this.block = block;
    this.rows = rows;
    this.renewal = renewal;
    this.weights = weights;
  }

  /** All rows of a block, in their order. */
  static Dataset of(DatasetBlock block) {
    return new Dataset(block, DatasetRows.all(block.rows()), null, null);
  }

  /**
   * A data set with one or more targets per sample.
   *
   * @param x a row of features per sample; copied
   * @param y a row of targets per sample; copied
   * @throws DataException if there is no row, if rows differ in length or number, or if a value is
   *     not finite
   */
  public static Dataset of(float[][] x, float[][] y) {
    DatasetMemory targets = DatasetArrays.rows("target", y);
    return of(DatasetArrays.block(x, targets, y[0].length));
  }

  /** A data set with one target per sample; otherwise as {@link #of(float[][], float[][])}. */
  public static Dataset of(float[][] x, float[] y) {
    return of(DatasetArrays.block(x, DatasetArrays.column(y), 1));
  }

  /**
   * A data set of classes, for the sparse categorical cross-entropy.
   *
   * @param labels a class number per sample, from 0; kept as one float target
   * @throws DataException as {@link #of(float[][], float[][])}, and if a label is negative
   */
  public static Dataset of(float[][] x, int[] labels) {
    return of(x, DatasetArrays.labels(labels));
  }

  /**
   * A data set over memory that is there already, such as a mapped file; nothing is copied.
   *
   * <p>The memory must not change while the data set is in use and must be open to all threads: an
   * array, or of the global, the automatic or a shared arena.
   *
   * @param features row-major float32 in native byte order, {@code featureCount} per sample
   * @param targets the same with {@code targetCount} per sample
   * @throws DataException if the sizes do not fit each other, or if a value is not finite
   */
  public static Dataset of(
      MemorySegment features, int featureCount, MemorySegment targets, int targetCount) {
    return of(DatasetArrays.block(features, featureCount, targets, targetCount));
  }

  /**
   * Collects a data set row by row, from a source that need not fit the heap. For as long as {@link
   * DatasetBuilder#build} takes, the numbers are held twice.
   *
   * @throws DataException if a count is below 1
   */
  public static DatasetBuilder builder(int featureCount, int targetCount) {
    return new DatasetBuilder(featureCount, targetCount);
  }

  /**
   * Images and labels in the IDX format of MNIST, each file plain or gzipped (seen from its
   * content, not its name). Unsigned bytes of images become floats from 0 to 1; the other element
   * types and all labels keep their values. An image is one row, its last axis fastest.
   *
   * @param images a file with two or more dimensions, the first of them the number of images
   * @param labels a file with as many labels
   * @throws DataException if a file is missing, cannot be read or is damaged, or if the two do not
   *     belong together; an {@link java.io.IOException} is its cause
   */
  public static Dataset idx(Path images, Path labels) {
    return of(IdxDataset.read(images, labels));
  }

  /** The number of samples; at least 1. */
  public int size() {
    return rows.length;
  }

  /** The number of features of each sample. */
  public int featureCount() {
    return block.featureCount();
  }

  /** The number of targets of each sample. */
  public int targetCount() {
    return block.targetCount();
  }

  /** The features of all rows of the shared block, read-only: row-major float32. */
  public MemorySegment features() {
    return block.features().segment();
  }

  /** The targets of all rows of the shared block, read-only: row-major float32. */
  public MemorySegment targets() {
    return block.targets().segment();
  }

  /**
   * Whether {@link #features()} lie outside the heap in memory of this data set's own, which nobody
   * can close or make shorter, so that native code may read it.
   */
  public boolean hasLastingFeatures() {
    return block.features().isLasting();
  }

  /** The row of {@link #features()} and {@link #targets()} that holds sample {@code i}. */
  public int rowAt(int i) {
    return rows[i];
  }

  /** The features of sample {@code i}; a copy. */
  public float[] x(int i) {
    float[] row = new float[featureCount()];
    copyX(i, row, 0);
    return row;
  }

  /** The targets of sample {@code i}; a copy. */
  public float[] y(int i) {
    float[] row = new float[targetCount()];
    copyY(i, row, 0);
    return row;
  }

  /** Copies the features of sample {@code i} to {@code to}, from index {@code at} on. */
  public void copyX(int i, float[] to, int at) {
    long from = (long) rows[i] * featureCount();
    block.features().read(from, to, at, featureCount());
  }

  /** Copies the targets of sample {@code i} to {@code to}, from index {@code at} on. */
  public void copyY(int i, float[] to, int at) {
    long from = (long) rows[i] * targetCount();
    block.targets().read(from, to, at, targetCount());
  }

  /** The names of the features; empty if they have none. */
  public List<String> featureNames() {
    return block.names().features();
  }

  /** The names of the targets; empty if they have none. */
  public List<String> targetNames() {
    return block.names().targets();
  }

  /** The names of the classes, by class number; empty if they have none. */
  public List<String> classNames() {
    return block.names().classes();
  }

  /**
   * The first {@code n} samples, or all if there are fewer.
   *
   * @throws DataException if {@code n} is below 1: a data set is never empty
   */
  public Dataset take(int n) {
    SampleWeights taken = weights == null ? null : weights.take(n);
    return new Dataset(block, DatasetRows.take(rows, n), renewal, taken);
  }

  /**
   * All but the first {@code n} samples.
   *
   * @throws DataException if {@code n} is negative, or if none would be left
   */
  public Dataset skip(int n) {
    int[] left = DatasetRows.skip(rows, n);
    return new Dataset(block, left, renewal, weights == null ? null : weights.skip(n));
  }

  /**
   * The named samples, in that order; one may come several times.
   *
   * @throws DataException if there is none, or no such sample
   */
  public Dataset select(int... samples) {
    int[] selected = DatasetRows.select(rows, samples);
    return new Dataset(block, selected, renewal, weights == null ? null : weights.select(samples));
  }

  /**
   * Windows over a time series: the features of {@code length} samples that follow one another,
   * {@code [length, features]}, and the targets of the sample {@code horizon} after the last of
   * them, whose weight they have too. Window {@code i} begins with sample {@code i * stride}.
   * Copies the numbers; divide the series into training and test part before, so that no window
   * lies in both.
   *
   * @param length samples in a window, at least 1
   * @param horizon how far ahead is predicted; 0 for the targets of the window's last sample
   * @param stride samples between the beginnings of two windows, at least 1
   * @throws DataException if a number is too small, or the series too short for one window
   */
  public Dataset windows(int length, int horizon, int stride) {
    return Windows.of(this, length, horizon, stride);
  }

  /**
   * These samples, made anew in each epoch of a training, such as by augmentation. Views of them
   * are made anew too: split first. Whatever is no training, such as {@code evaluate}, sees the
   * samples as they are.
   */
  public Dataset renewing(Renewal how) {
    return new Dataset(block, rows, how, weights);
  }

  /** What makes the samples anew in each epoch, if anything does. */
  public Optional<Renewal> renewal() {
    return Optional.ofNullable(renewal);
  }

  /**
   * These samples, each of which counts in the loss as often as its weight says: the loss of a
   * batch is {@code Σ weight · loss / samples}, as Keras's {@code sample_weight} has it. Views
   * carry the weights on. Metrics count every sample once. Other weights replace these.
   *
   * @param weights one for each sample, in the order of the samples; copied
   * @throws DataException if there are not as many as samples, or if one is negative or not finite
   */
  public Dataset weighted(float... weights) {
    return new Dataset(block, rows, renewal, SampleWeights.of(weights, size()));
  }

  /** Whether the samples have weights. */
  public boolean isWeighted() {
    return weights != null;
  }

  /** The weight of sample {@code i}; 1 where none was given. */
  public float weight(int i) {
    return weights == null ? 1 : weights.at(i);
  }

  /** The samples in an order that depends on nothing but their number and {@code seed}. */
  public Dataset shuffle(long seed) {
    SampleWeights shuffled = weights == null ? null : weights.shuffle(seed);
    return new Dataset(block, DatasetRows.shuffle(rows, seed), renewal, shuffled);
  }

  /**
   * The first part for training and the rest for testing, in the order of the samples.
   *
   * @param fraction the share of the training part, above 0 and below 1, rounded to whole samples
   * @throws DataException if a part would be empty
   */
  public Split split(double fraction) {
    int count = DatasetRows.share(rows.length, fraction);
    return new Split(take(count), skip(count));
  }

  /** {@link #split(double)} after {@link #shuffle}. */
  public Split split(double fraction, long seed) {
    return shuffle(seed).split(fraction);
  }

  /**
   * Two parts chosen by chance, so that each class has the same share in both; a class is a value
   * of the targets.
   *
   * @param fraction the share of the training part in each class, above 0 and below 1
   * @throws DataException if a class would be missing in a part
   */
  public Split stratifiedSplit(double fraction, long seed) {
    return split(Partition.stratified(classes(), fraction, seed));
  }

  /** The two parts of a partition of the samples. */
  public Split split(Partition parts) {
    return new Split(select(parts.train()), select(parts.test()));
  }

  /**
   * The class of each sample in words, for {@link Partition}: a class is a value of the targets.
   */
  public List<String> classes() {
    return DatasetRows.classes(this);
  }

  /** Learns the mean and the standard deviation of each feature over the samples. */
  public Standardization standardization() {
    return Standardization.of(this);
  }

  /** Learns the least and the largest value of each feature over the samples. */
  public MinMax minMax() {
    return MinMax.of(this);
  }

  /** These samples in a block of their own, with their features changed. */
  Dataset withFeatures(DatasetMemory features) {
    DatasetMemory targets = DatasetRows.gather(block.targets(), targetCount(), rows);
    DatasetBlock changed =
        new DatasetBlock(size(), featureCount(), targetCount(), features, targets, block.names());
    return new Dataset(changed, DatasetRows.all(size()), renewal, weights);
  }

  /** Sizes and names, such as {@code 1030 samples of 8 features (cement, ...) and 1 target}. */
  @Override
  public String toString() {
    return size()
        + (size() == 1 ? " sample of " : " samples of ")
        + DatasetRows.columns(featureCount(), "feature", featureNames())
        + " and "
        + DatasetRows.columns(targetCount(), "target", targetNames());
  }
}
