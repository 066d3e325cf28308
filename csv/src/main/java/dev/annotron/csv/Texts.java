package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import java.util.List;
import java.util.Map;

/** The texts of one sample by column, and the words to say what is wrong with one. */
interface Texts {

  /** The text of a column without the space around it; it may be empty. */
  String text(String column);

  /** An error in a column of this sample. */
  DataException wrong(String column, String found, String expected, String mend);

  /** A line of a file. */
  static Texts of(CsvTable.Row row, List<Header.Column> columns) {
    return new Texts() {
      @Override
      public String text(String column) {
        return row.raw(find(column));
      }

      @Override
      public DataException wrong(String column, String found, String expected, String mend) {
        return row.wrong(find(column), found, expected, mend);
      }

      private Header.Column find(String name) {
        for (Header.Column column : columns) {
          if (column.name().equals(name)) {
            return column;
          }
        }
        throw new IllegalStateException(name + " was not asked for");
      }
    };
  }

  /** A sample by itself; a column that is not there at all is refused. */
  static Texts of(Map<String, String> sample) {
    return new Texts() {
      @Override
      public String text(String column) {
        String text = sample.get(column);
        if (text == null) {
          throw wrong(
              column,
              "is not there",
              "a value, or an empty text if it is missing",
              "The sample has " + List.copyOf(sample.keySet()) + ".");
        }
        return text.strip();
      }

      @Override
      public DataException wrong(String column, String found, String expected, String mend) {
        return new DataException(
            "Column \"" + column + "\" of the sample " + found, expected, mend);
      }
    };
  }

  /** The finite number that a text of this sample must be. */
  default float number(String column, String text) {
    float number = Numbers.parse(text);
    if (Float.isFinite(number)) {
      return number;
    }
    String found = "is \"" + text + "\"";
    throw Numbers.isNumber(text)
        ? wrong(column, found, "at most " + Float.MAX_VALUE, "Use another unit.")
        : wrong(
            column,
            found,
            "a finite number such as -12.5 or 1e-3",
            "Correct it, name the column in oneHot(...) or index(...) if it holds categories, or"
                + " the text in missingTexts(...) if it stands for a missing value.");
  }
}
