package dev.annotron.runtime;

import dev.annotron.runtime.text.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * How often samples of each class were taken for each class. Immutable.
 *
 * <pre>{@code
 * System.out.println(ConfusionMatrix.of(digits, test));
 * }</pre>
 *
 * <p>See <a href="https://keras.io/api/metrics/">Keras: metrics</a>, whose confusion metrics are
 * rates of these counts.
 */
public final class ConfusionMatrix {
  /** Enough for products to be fast, and little memory. */
  private static final int BATCH = 1024;

  private final long[][] counts;
  private final List<String> names;

  private ConfusionMatrix(int classes, List<String> names) {
    this.counts = new long[classes][classes];
    this.names = names;
  }

  /**
   * Counts the answers of a network of one output, or of several networks as one. An output of one
   * float answers 1 above 0.5, else 0; of several, the largest answers. A sample of one target is
   * of the class with that number; of several, of that with the largest.
   *
   * @throws DataException if a target is no class number of this output
   * @throws IllegalArgumentException if the samples are not the network's
   */
  public static ConfusionMatrix of(Predicting model, Dataset data) {
    ConfusionMatrix matrix = null;
    for (int first = 0; first < data.size(); first += BATCH) {
      float[][] x = new float[Math.min(BATCH, data.size() - first)][];
      for (int i = 0; i < x.length; i++) {
        x[i] = data.x(first + i);
      }
      float[][] answers = model.predict(x);
      int classes = Math.max(2, answers[0].length);
      matrix = matrix == null ? new ConfusionMatrix(classes, data.classNames()) : matrix;
      for (int i = 0; i < x.length; i++) {
        matrix.add(target(data.y(first + i), classes), answer(answers[i]));
      }
    }
    return java.util.Objects.requireNonNull(matrix, "a data set is never empty");
  }

  /**
   * Counts pairs of classes, from 0.
   *
   * @param actual the class of each sample
   * @param predicted the class that each was taken for
   * @param classes how many there are
   * @throws DataException if the lengths differ, or if a class is not below {@code classes}
   */
  public static ConfusionMatrix of(int[] actual, int[] predicted, int classes) {
    if (actual.length != predicted.length) {
      throw new DataException(
          predicted.length + " answers for " + actual.length + " samples",
          "one for each",
          "Give as many of both.");
    }
    ConfusionMatrix matrix = new ConfusionMatrix(classes, List.of());
    for (int i = 0; i < actual.length; i++) {
      matrix.add(checked(actual[i], classes), checked(predicted[i], classes));
    }
    return matrix;
  }

  private void add(int actual, int predicted) {
    counts[actual][predicted]++;
  }

  private static int answer(float[] output) {
    return output.length == 1 ? output[0] > 0.5f ? 1 : 0 : largest(output);
  }

  private static int target(float[] target, int classes) {
    return target.length == 1 ? checked(target[0], classes) : largest(target);
  }

  private static int checked(float label, int classes) {
    if (label != (int) label || label < 0 || label >= classes) {
      throw new DataException(
          "a sample is of class " + label,
          "a class number from 0 to " + (classes - 1),
          "Count the answers of networks that tell classes apart.");
    }
    return (int) label;
  }

  private static int largest(float[] values) {
    int place = 0;
    for (int i = 1; i < values.length; i++) {
      place = values[i] > values[place] ? i : place;
    }
    return place;
  }

  /** How many classes there are. */
  public int classes() {
    return counts.length;
  }

  /** How many samples of class {@code actual} were taken for class {@code predicted}. */
  public long count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /** All counts: a row for each class of samples, in it a column for each that was answered. */
  public long[][] toArray() {
    long[][] copy = counts.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = counts[i].clone();
    }
    return copy;
  }

  /** The share of right answers; 0 of no samples. */
  public double accuracy() {
    long right = 0;
    long all = 0;
    for (int i = 0; i < classes(); i++) {
      right += counts[i][i];
      all += real(i);
    }
    return all == 0 ? 0 : (double) right / all;
  }

  /** Of the samples taken for this class, the share that is of it; 0 if none was. */
  public double precision(int label) {
    long taken = taken(label);
    return taken == 0 ? 0 : (double) counts[label][label] / taken;
  }

  /** Of the samples of this class, the share taken for it; 0 if there is none. */
  public double recall(int label) {
    long real = real(label);
    return real == 0 ? 0 : (double) counts[label][label] / real;
  }

  /** The harmonic mean of {@link #precision} and {@link #recall}; 0 if both are. */
  public double f1(int label) {
    long both = counts[label][label];
    return both == 0 ? 0 : 2.0 * both / (taken(label) + real(label));
  }

  private long real(int label) {
    long sum = 0;
    for (long count : counts[label]) {
      sum += count;
    }
    return sum;
  }

  private long taken(int label) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[label];
    }
    return sum;
  }

  /** A table: a row for each class of samples, a column for each answer. */
  @Override
  public String toString() {
    Table table = new Table(0);
    List<String> head = new ArrayList<>(List.of("actual \\ predicted"));
    for (int i = 0; i < classes(); i++) {
      head.add(name(i));
    }
    table.add(head);
    for (int i = 0; i < classes(); i++) {
      List<String> row = new ArrayList<>(List.of(name(i)));
      for (long count : counts[i]) {
        row.add(Long.toString(count));
      }
      table.add(row);
    }
    return String.join("\n", table.render());
  }

  private String name(int label) {
    return label < names.size() ? names.get(label) : Integer.toString(label);
  }
}
