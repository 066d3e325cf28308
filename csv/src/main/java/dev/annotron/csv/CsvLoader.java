package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DatasetBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the lines of a table into a data set. */
final class CsvLoader {
  private final CsvTable table;
  private final List<Header.Column> features;
  private final List<Header.Column> targets;

  CsvLoader(CsvTable table, Selection selection) {
    this.table = table;
    this.features = selection.features();
    this.targets = selection.targets();
  }

  /** Fills in the targets of a line. */
  private interface Target {
    void read(CsvTable.Row row, float[] y);
  }

  /** Targets are numbers. */
  Dataset numbers() {
    return load((row, y) -> read(row, targets, y), List.of());
  }

  /** The one target is the place of its text among {@code names}. */
  Dataset classes(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : names) {
      if (numbers.putIfAbsent(name, numbers.size()) != null) {
        throw new DataException(
            "The class names " + names + " hold \"" + name + "\" twice",
            "each class once",
            "Leave one out.");
      }
    }
    Header.Column column = targets.getFirst();
    Target target =
        (row, y) -> {
          Integer number = numbers.get(row.text(column));
          if (number == null) {
            throw row.wrong(
                column,
                "is \"" + row.text(column) + "\"",
                "one of " + names,
                "Correct it, or name all classes.");
          }
          y[0] = number;
        };
    return load(target, names);
  }

  /** The texts of the one target, sorted. */
  List<String> classNames() {
    TreeSet<String> names = new TreeSet<>();
    for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
      names.add(row.text(targets.getFirst()));
    }
    return List.copyOf(names);
  }

  private Dataset load(Target target, List<String> classNames) {
    DatasetBuilder builder =
        Dataset.builder(features.size(), targets.size())
            .featureNames(Selection.names(features))
            .targetNames(Selection.names(targets))
            .classNames(classNames);
    float[] x = new float[features.size()];
    float[] y = new float[targets.size()];
    for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
      read(row, features, x);
      target.read(row, y);
      builder.add(x, y);
    }
    if (builder.size() == 0) {
      throw CsvTable.withoutLines(table.file());
    }
    return builder.build();
  }

  private static void read(CsvTable.Row row, List<Header.Column> columns, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = row.number(columns.get(i));
    }
  }
}
