package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Partition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines of a CSV file as they are written, texts and gaps included, which {@link Recipe} makes into
 * a data set. It is divided before anything is learned from it, so that nothing can be learned from
 * the test part. Immutable.
 *
 * <p>A table holds no more than one bit per line: the file is read again whenever it is needed, and
 * may be larger than memory.
 */
public final class Table {
  private final Path file;
  private final char separator;
  private final Features features;
  private final List<String> columns;
  private final BitSet lines;

  private Table(Path file, char separator, Features features, List<String> columns, BitSet lines) {
    this.file = file;
    this.separator = separator;
    this.features = features;
    this.columns = columns;
    this.lines = lines;
  }

  /** All lines of a file; counts them. */
  static Table of(Path file, char separator, Features features) {
    BitSet lines = new BitSet();
    List<String> columns;
    try (CsvTable table = CsvTable.open(file, separator)) {
      columns = table.header().names();
      for (int i = 0; table.next() != null; i++) {
        lines.set(i);
      }
    }
    if (lines.isEmpty()) {
      throw CsvTable.withoutLines(file);
    }
    return new Table(file, separator, features, columns, lines);
  }

  /** The number of lines. */
  public int size() {
    return lines.cardinality();
  }

  /** The names of all columns, in the order of the file. */
  public List<String> columns() {
    return columns;
  }

  /** The texts of a column, line by line, without the space around them. */
  public List<String> texts(String column) {
    List<String> texts = new ArrayList<>();
    try (CsvTable table = open()) {
      Header.Column found = table.header().columns(List.of(column)).getFirst();
      forEach(table, row -> texts.add(row.raw(found)));
    }
    return texts;
  }

  /**
   * Two parts chosen by chance; each keeps the order of the file.
   *
   * @param fraction the share of the training part, above 0 and below 1
   * @throws DataException if a part would be empty
   */
  public TableSplit split(double fraction, long seed) {
    return split(Partition.random(size(), fraction, seed));
  }

  /**
   * Two parts chosen by chance, so that each text of {@code column} has the same share in both.
   *
   * @throws DataException if a text would be missing in a part, or if there is no such column
   */
  public TableSplit stratifiedSplit(String column, double fraction, long seed) {
    return split(Partition.stratified(texts(column), fraction, seed));
  }

  /**
   * {@code k} ways to divide the table, so that each line is in one test part.
   *
   * @throws DataException if {@code k} is below 2 or larger than the table
   */
  public List<TableSplit> folds(int k, long seed) {
    return Partition.folds(size(), k, seed).stream().map(this::split).toList();
  }

  /**
   * The same, so that each text of {@code column} has the same share everywhere.
   *
   * @throws DataException as {@link #folds}, and if a text has fewer lines than there are folds
   */
  public List<TableSplit> stratifiedFolds(String column, int k, long seed) {
    return Partition.stratifiedFolds(texts(column), k, seed).stream().map(this::split).toList();
  }

  private TableSplit split(Partition parts) {
    return new TableSplit(part(parts.train()), part(parts.test()));
  }

  private Table part(int[] chosen) {
    int[] all = lines.stream().toArray();
    BitSet part = new BitSet();
    for (int each : chosen) {
      part.set(all[each]);
    }
    return new Table(file, separator, features, columns, part);
  }

  Path file() {
    return file;
  }

  /** The columns of a recipe with these targets. */
  Selection selection(List<String> targets) {
    try (CsvTable table = open()) {
      return Selection.of(table.header(), features, targets);
    }
  }

  private CsvTable open() {
    return CsvTable.open(file, separator);
  }

  /** Visits the lines with the columns of {@code names} at hand; other columns may be missing. */
  void forEach(List<String> names, Consumer<Texts> visitor) {
    try (CsvTable table = open()) {
      List<Header.Column> found = table.header().columns(names);
      forEach(table, row -> visitor.accept(Texts.of(row, found)));
    }
  }

  private void forEach(CsvTable table, Consumer<CsvTable.Row> visitor) {
    int last = lines.length() - 1;
    CsvTable.Row row = table.next();
    for (int i = 0; i <= last; i++, row = table.next()) {
      if (row == null) {
        throw new DataException(
            file + " has " + i + " lines below its header",
            "as many as when it was read first, at least " + (last + 1),
            "Leave the file as it is while it is in use.");
      }
      if (lines.get(i)) {
        visitor.accept(row);
      }
    }
  }

  /** Such as {@code 824 lines of people.csv}. */
  @Override
  public String toString() {
    return size() + (size() == 1 ? " line of " : " lines of ") + file;
  }
}
