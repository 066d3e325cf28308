package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DatasetBuilder;
import dev.annotron.runtime.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a {@link Recipe} has learned: it makes tables, and single samples as they come from outside,
 * into what the network was trained on. Immutable, and safe from any number of threads.
 *
 * <pre>{@code
 * network.save(directory.resolve("rent.safetensors"));
 * encoder.save(directory.resolve("rent.csv"));
 *
 * float[] x = encoder.encode(Map.of("city", "Bern", "rooms", "3.5"));
 * float rent = network.predict(x)[0];
 * }</pre>
 */
public final class Encoder {
  private final List<Feature> features;
  private final Goal goal;
  private final int width;

  Encoder(List<Feature> features, Goal goal) {
    this.features = features;
    this.goal = goal;
    this.width = features.stream().mapToInt(Feature::width).sum();
  }

  /** The features' names, such as {@code rooms} or {@code city=Bern}. */
  public List<String> featureNames() {
    return features.stream().flatMap(feature -> feature.names().stream()).toList();
  }

  /** The classes by number; empty if numbers are predicted. */
  public List<String> classNames() {
    return Objects.requireNonNullElse(goal.classNames(), List.of());
  }

  /**
   * A table as a data set. The columns are found by name; others may be there.
   *
   * @throws DataException naming file, line and column if a column is missing, if a value is
   *     missing where that is refused, if a text stands where a number belongs, or if a category or
   *     class was not in the training part
   */
  public Dataset encode(Table table) {
    DatasetBuilder builder =
        Dataset.builder(width, goal.targets().size())
            .featureNames(featureNames())
            .targetNames(goal.targets())
            .classNames(classNames());
    float[] x = new float[width];
    float[] y = new float[goal.targets().size()];
    List<String> columns = new ArrayList<>(goal.targets());
    features.forEach(feature -> columns.add(feature.column()));
    table.forEach(
        columns,
        line -> {
          if (!drops(line)) {
            encode(line, x);
            goal.encode(line, y);
            builder.add(x, y);
          }
        });
    if (builder.size() == 0) {
      throw new DataException(
          "The policy dropRow() leaves nothing of " + table,
          "at least 1 line",
          "Fill missing values, or leave the column out that has so many.");
    }
    return builder.build();
  }

  /** Both parts of a table, each as a data set. */
  public Split encode(TableSplit parts) {
    return new Split(encode(parts.train()), encode(parts.test()));
  }

  /**
   * The features of one sample, for {@code predict}.
   *
   * @param sample a text for each feature column; empty where the value is missing
   * @throws DataException naming the column, as {@link #encode(Table)}; also if a value is missing
   *     whose line would be left out
   */
  public float[] encode(Map<String, String> sample) {
    float[] x = new float[width];
    encode(Texts.of(sample), x);
    return x;
  }

  /** How many lines of a table are left out because a value is missing. */
  public int dropped(Table table) {
    List<String> columns = new ArrayList<>(goal.targets());
    features.forEach(feature -> columns.add(feature.column()));
    int[] dropped = {0};
    table.forEach(columns, line -> dropped[0] += drops(line) ? 1 : 0);
    return dropped[0];
  }

  private boolean drops(Texts line) {
    for (Feature feature : features) {
      if (feature.missing() == Missing.Kind.DROP_ROW && goal.missing(line.text(feature.column()))) {
        return true;
      }
    }
    return goal.drops(line);
  }

  private void encode(Texts line, float[] x) {
    int at = 0;
    for (Feature feature : features) {
      String text = line.text(feature.column());
      boolean missing = goal.missing(text);
      if (missing && feature.missing().ordinal() <= Missing.Kind.DROP_ROW.ordinal()) {
        throw Feature.refused(line, feature.column(), text, feature instanceof Feature.OfNumber);
      }
      feature.encode(line, text, missing, x, at);
      at += feature.width();
    }
  }

  /**
   * Writes what was learned to a small CSV file, whole or not at all. It is for people to read too:
   * a line for each column, with its fill and scale or its categories.
   *
   * @throws IOException if it cannot be written; a file that was there stays as it was
   */
  public void save(Path file) throws IOException {
    EncoderFile.write(file, features, goal);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws DataException if the file is missing, cannot be read or is no such file
   */
  public static Encoder load(Path file) {
    return EncoderFile.read(file);
  }
}
