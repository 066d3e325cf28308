package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a data set from a CSV file (RFC 4180, UTF-8) whose first line names the columns:
 *
 * <pre>{@code
 * Dataset concrete = Csv.read(file).target("strength");
 * Dataset iris = Csv.read(file).featuresExcept("id").targetClasses("species");
 * }</pre>
 *
 * <p>{@link #features}, {@link #featuresExcept} and {@link #separator} say how to read and give a
 * new {@code Csv}; {@link #target} and {@link #targetClasses} read. The file is streamed and never
 * held as a whole; empty lines are skipped.
 *
 * <p>Whatever is wrong is a {@link DataException} that names file, line and column: a missing file
 * (an {@link java.io.IOException} is the cause), a missing column, text or nothing where a number
 * belongs, NaN or infinity, a line with too few or too many fields, bytes that are no UTF-8. {@link
 * #table} is for files with categories and missing values.
 */
public final class Csv {
  private static final char COMMA = ',';

  private final Path file;
  private final char separator;
  private final Features features;

  private Csv(Path file, char separator, Features features) {
    this.file = file;
    this.separator = separator;
    this.features = features;
  }

  /** A file with commas; all columns but the targets are features. Nothing is read yet. */
  public static Csv read(Path file) {
    return new Csv(file, COMMA, new Features.Except(List.of()));
  }

  /**
   * The character between fields, such as {@code ';'} or {@code '\t'}.
   *
   * @throws DataException if it is a quote or ends a line: CSV has other uses for these
   */
  public Csv separator(char between) {
    if (between == '"' || between == '\n' || between == '\r') {
      throw new DataException(
          "The separator is " + (between == '"' ? "a quote" : "the end of a line"),
          "a character that divides the fields of a line",
          "Use the one in the file, such as ';' or '\\t'.");
    }
    return new Csv(file, between, features);
  }

  /** Only these columns are features, in this order. */
  public Csv features(String... columns) {
    return new Csv(file, separator, new Features.Only(List.of(columns)));
  }

  /** All columns but these and the targets are features, in the order of the file. */
  public Csv featuresExcept(String... columns) {
    return new Csv(file, separator, new Features.Except(List.of(columns)));
  }

  /**
   * Reads the file, with the numbers of one or more columns as targets.
   *
   * @return as many samples as the file has lines below its header, with the columns' names
   */
  public Dataset target(String... columns) {
    try (CsvTable table = CsvTable.open(file, separator)) {
      Selection selection = Selection.of(table.header(), features, List.of(columns));
      return new CsvLoader(table, selection).numbers();
    }
  }

  /**
   * Reads the file, with a column of class names as target. Classes are numbered from 0 in the
   * sorted order of their names ({@link Dataset#classNames}); for that the file is read twice.
   *
   * <p>A second file has the same numbers only if it has the same classes: read it with {@link
   * #targetClasses(String, List)} and the class names of the first.
   */
  public Dataset targetClasses(String column) {
    try (CsvTable table = CsvTable.open(file, separator)) {
      Selection selection = Selection.of(table.header(), features, List.of(column));
      return targetClasses(column, new CsvLoader(table, selection).classNames());
    }
  }

  /** Reads the file, with a column of class names as target; the given names number the classes. */
  public Dataset targetClasses(String column, List<String> classNames) {
    try (CsvTable table = CsvTable.open(file, separator)) {
      Selection selection = Selection.of(table.header(), features, List.of(column));
      return new CsvLoader(table, selection).classes(classNames);
    }
  }

  /**
   * The lines as they are written, for a {@link Recipe}: with categories, missing values and scales
   * that are learned on a part of them. Reads the file once, to count its lines.
   */
  public Table table() {
    return Table.of(file, separator, features);
  }
}
