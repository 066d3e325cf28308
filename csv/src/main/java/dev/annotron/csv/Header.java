package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names in the first line of a file. */
record Header(Path file, List<Column> columns) {

  /** A column's name and place, from 0. */
  record Column(String name, int index) {}

  /** Checks a first line. */
  static Header of(Path file, List<String> fields) {
    if (allNumbers(fields)) {
      throw new DataException(
          file + " begins with the numbers " + fields,
          "a first line with the names of the columns",
          "Add one.");
    }
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String field : fields) {
      String name = field.strip();
      if (!seen.add(name)) {
        throw new DataException(
            file + " has two columns called \"" + name + "\"",
            "a name of its own for each column",
            "Rename one in the first line.");
      }
      columns.add(new Column(name, columns.size()));
    }
    return new Header(file, List.copyOf(columns));
  }

  private static boolean allNumbers(List<String> fields) {
    for (String field : fields) {
      if (!Numbers.isNumber(field)) {
        return false;
      }
    }
    return true;
  }

  List<String> names() {
    return Selection.names(columns);
  }

  /** Finds columns by their names, each of them once. */
  List<Column> columns(List<String> names) {
    List<Column> found = new ArrayList<>();
    for (String name : names) {
      Column column = column(name);
      if (found.contains(column)) {
        throw new DataException(
            "Column \"" + name + "\" is named twice", "each column once", "Leave one out.");
      }
      found.add(column);
    }
    return List.copyOf(found);
  }

  private Column column(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new DataException(
        file + " has no column \"" + name + "\"", "one of " + names(), mend(name));
  }

  private String mend(String name) {
    if (columns.size() == 1) {
      return "If the columns are not told apart, set the separator, such as separator(';').";
    }
    return Suggestion.closest(name, names())
        .map(close -> "Did you mean \"" + close + "\"?")
        .orElse("Use one of these names.");
  }
}
