package dev.annotron.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.annotron.runtime.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A CSV file, a line at a time; each error names file, line and column. */
final class CsvTable implements AutoCloseable {
  /** What the reader puts where bytes are not UTF-8: two different names could become one. */
  private static final char REPLACEMENT = '\uFFFD';

  private final Path file;
  private final CloseableIterator<CsvRecord> records;
  private final Header header;

  private CsvTable(Path file, CloseableIterator<CsvRecord> records) {
    this.file = file;
    this.records = records;
    this.header = readHeader();
  }

  static CsvTable open(Path file, char separator) {
    CloseableIterator<CsvRecord> records = records(file, separator);
    try {
      return new CsvTable(file, records);
    } catch (RuntimeException e) {
      close(file, records);
      throw e;
    }
  }

  private static CloseableIterator<CsvRecord> records(Path file, char separator) {
    try {
      return CsvReader.builder()
          .fieldSeparator(separator)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .detectBomHeader(true)
          .ofCsvRecord(file)
          .iterator();
    } catch (NoSuchFileException e) {
      throw new DataException("There is no file " + file, "a CSV file", "Check the path.", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static String reason(IOException cause) {
    // This one's message is nothing but the name.
    return cause instanceof AccessDeniedException
        ? "access is denied"
        : String.valueOf(cause.getMessage());
  }

  private static DataException unreadable(Path file, IOException cause) {
    String reason = reason(cause);
    return new DataException(
        file + " cannot be read: " + reason, "a CSV file", "Check the file.", cause);
  }

  private Header readHeader() {
    CsvRecord first = nextRecord();
    if (first == null) {
      throw new DataException(
          file + " is empty", "a first line with column names", "Check the file.");
    }
    return Header.of(file, first.getFields());
  }

  Path file() {
    return file;
  }

  static DataException withoutLines(Path file) {
    return new DataException(file + " has no line below its header", "at least one", "Add data.");
  }

  Header header() {
    return header;
  }

  /** The next line; null at the end of the file. */
  @Nullable Row next() {
    CsvRecord next = nextRecord();
    return next == null ? null : row(next);
  }

  private Row row(CsvRecord next) {
    if (next.getFieldCount() != header.columns().size()) {
      throw new DataException(
          file + ", line " + next.getStartingLineNumber() + ", has " + fields(next.getFieldCount()),
          header.columns().size() + " as in its first line",
          "Look for a missing or surplus separator, or one in a text without quotes.");
    }
    return new Row(next);
  }

  private static String fields(int count) {
    return count == 1 ? "1 field" : count + " fields";
  }

  private @Nullable CsvRecord nextRecord() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      throw new DataException(
          file + " is not CSV: " + e.getMessage(),
          "lines of at most 16,384 fields of up to 16 MiB, with quotes around text that holds"
              + " separators",
          "Look for a quote that is not closed; for larger lines use Dataset.builder.",
          e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNull(e.getCause()));
    }
  }

  /** One line below the header, with as many fields. */
  final class Row {
    private final CsvRecord fields;

    private Row(CsvRecord fields) {
      this.fields = fields;
    }

    /** The text of a column without the space around it. */
    String raw(Header.Column column) {
      String text = fields.getField(column.index()).strip();
      if (text.indexOf(REPLACEMENT) >= 0) {
        throw wrong(
            column, "is \"" + text + "\": no UTF-8", "a file in UTF-8", "Save it as UTF-8.");
      }
      return text;
    }

    /** The text of a column, not empty. */
    String text(Header.Column column) {
      String text = raw(column);
      if (text.isEmpty()) {
        throw wrong(column, "is empty", "a value", "Fill it in, or leave the line out.");
      }
      return text;
    }

    /** The finite number of a column. */
    float number(Header.Column column) {
      String text = text(column);
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
              "Correct it, leave the line out, or leave the column out with featuresExcept.");
    }

    /** An error in a column of this line. */
    DataException wrong(Header.Column column, String found, String expected, String mend) {
      return new DataException(
          file
              + ", line "
              + fields.getStartingLineNumber()
              + ", column \""
              + column.name()
              + "\", "
              + found,
          expected,
          mend);
    }
  }

  @Override
  public void close() {
    close(file, records);
  }

  private static void close(Path file, CloseableIterator<CsvRecord> records) {
    try {
      records.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
