package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import java.util.ArrayList;
import java.util.List;

/** The columns that are read. */
record Selection(List<Header.Column> features, List<Header.Column> targets) {

  static Selection of(Header header, Features wanted, List<String> targetNames) {
    List<Header.Column> targets = header.columns(targetNames);
    if (targets.isEmpty()) {
      throw new DataException(
          "No target column is named", "at least one", "Use target(\"...\") with a column name.");
    }
    List<Header.Column> features = wanted.in(header, targets);
    checkFeatures(header, features, targets);
    return new Selection(features, targets);
  }

  private static void checkFeatures(
      Header header, List<Header.Column> features, List<Header.Column> targets) {
    if (features.isEmpty()) {
      throw new DataException(
          header.file() + " has no column left for the features among " + header.names(),
          "at least one beside the target",
          "Name one with features(\"...\"), or set the separator if columns are not told apart.");
    }
    for (Header.Column target : targets) {
      if (features.contains(target)) {
        throw new DataException(
            "Column \"" + target.name() + "\" is both feature and target",
            "a column in one place",
            "Take it out of features(...): a network would only copy it.");
      }
    }
  }

  /** The names of columns. */
  static List<String> names(List<Header.Column> columns) {
    List<String> names = new ArrayList<>();
    for (Header.Column column : columns) {
      names.add(column.name());
    }
    return List.copyOf(names);
  }
}
