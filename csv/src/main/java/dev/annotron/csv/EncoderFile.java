package dev.annotron.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.annotron.runtime.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An {@link Encoder} as a CSV file: a line that says what the file is, the texts for missing
 * values, the targets, and a line for each feature column.
 */
final class EncoderFile {
  private static final List<String> TITLE = List.of("annotron encoder", "1");
  private static final String MISSING = "missing";
  private static final String TARGETS = "targets";
  private static final String CLASSES = "classes";
  private static final String DROP = "drop";
  private static final String SAVED = "a file that Encoder.save wrote";

  private EncoderFile() {}

  static void write(Path file, List<Feature> features, Goal goal) throws IOException {
    Path target = file.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null || Files.isDirectory(target)) {
      throw new IOException(
          DataException.message(file + " is a directory", "a file", "Name a file in it."));
    }
    Path temporary = Files.createTempFile(directory, "encoder", ".tmp");
    try {
      try (CsvWriter writer = CsvWriter.builder().build(temporary)) {
        lines(features, goal).forEach(writer::writeRecord);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static List<List<String>> lines(List<Feature> features, Goal goal) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(TITLE);
    lines.add(line(MISSING, goal.missingTexts().stream().sorted().toList()));
    lines.add(line(TARGETS, goal.targets()));
    lines.add(line(DROP, goal.dropping().stream().sorted().toList()));
    List<String> classes = goal.classNames();
    if (classes != null) {
      lines.add(line(CLASSES, classes));
    }
    features.forEach(feature -> lines.add(feature.fields()));
    return lines;
  }

  private static List<String> line(String name, List<String> values) {
    List<String> line = new ArrayList<>(List.of(name));
    line.addAll(values);
    return line;
  }

  static Encoder read(Path file) {
    List<List<String>> lines = new ArrayList<>();
    try (CloseableIterator<CsvRecord> records = records(file)) {
      while (records.hasNext()) {
        lines.add(records.next().getFields());
      }
      return encoder(lines);
    } catch (NoSuchFileException e) {
      throw new DataException("There is no file " + file, SAVED, "Check the path.", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNull(e.getCause()));
    } catch (CsvParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DataException(
          file + " is no encoder, or damaged: " + e.getMessage(),
          SAVED,
          "Save the encoder again.",
          e);
    }
  }

  private static DataException unreadable(Path file, IOException cause) {
    String reason = CsvTable.reason(cause);
    return new DataException(file + " cannot be read: " + reason, SAVED, "Check the file.", cause);
  }

  private static CloseableIterator<CsvRecord> records(Path file) throws IOException {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(file)
        .iterator();
  }

  /** Fails with one of the exceptions that {@link #read} knows if the lines are not as written. */
  private static Encoder encoder(List<List<String>> lines) {
    expect(!lines.isEmpty() && lines.getFirst().equals(TITLE), "its first line is not " + TITLE);
    Set<String> missing = Set.copyOf(values(lines.get(1), MISSING));
    List<String> targets = values(lines.get(2), TARGETS);
    Goal goal = new Goal(targets, null, Set.copyOf(values(lines.get(3), DROP)), missing);
    int at = 4;
    if (lines.get(at).getFirst().equals(CLASSES)) {
      goal = goal.withClasses(values(lines.get(at++), CLASSES));
    }
    List<Feature> features = lines.subList(at, lines.size()).stream().map(EncoderFile::of).toList();
    expect(!features.isEmpty(), "it has no feature");
    return new Encoder(features, goal);
  }

  private static List<String> values(List<String> line, String name) {
    expect(line.getFirst().equals(name), "a line begins with " + line.getFirst());
    return List.copyOf(line.subList(1, line.size()));
  }

  private static Feature of(List<String> line) {
    Coding coding = Coding.valueOf(line.get(0));
    Missing.Kind kind = Missing.Kind.valueOf(line.get(2));
    if (coding == Coding.NUMBER) {
      return new Feature.OfNumber(
          line.get(1), kind, number(line.get(3)), number(line.get(4)), number(line.get(5)));
    }
    List<String> categories = List.copyOf(line.subList(4, line.size()));
    return new Feature.OfCategory(line.get(1), kind, line.get(3), coding, categories);
  }

  private static double number(String text) {
    double number = Double.parseDouble(text);
    expect(Double.isFinite(number), text + " is not finite");
    return number;
  }

  private static void expect(boolean right, String found) {
    if (!right) {
      throw new IllegalArgumentException(found);
    }
  }
}
