package dev.annotron.runtime;

import dev.annotron.runtime.file.AtomicFile;
import dev.annotron.runtime.file.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What was learned of features as text: a line that says what it is, and one with two numbers for
 * each feature, in as many digits as tell doubles apart.
 */
abstract class ScaleFile {
  private final String type;
  private final String name;
  private final String title;
  private final String holds;

  /**
   * Files of a class.
   *
   * @param type the class's simple name
   * @param name what is in the file, in the title and in messages
   * @param holds what it has for each feature, in words
   */
  ScaleFile(String type, String name, String holds) {
    this.type = type;
    this.name = name;
    this.title = "annotron " + name + ",1";
    this.holds = holds;
  }

  /** Whether a feature may have these numbers, which are finite. */
  abstract boolean allows(double first, double second);

  void write(Path file, double[] first, double[] second) throws IOException {
    StringBuilder text = new StringBuilder(title).append('\n');
    for (int i = 0; i < first.length; i++) {
      text.append(first[i]).append(',').append(second[i]).append('\n');
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
    AtomicFile.write(
        file,
        channel -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  /** Both numbers of each feature. */
  double[][] read(Path file) {
    List<String> lines = lines(file);
    if (lines.size() < 2 || !lines.getFirst().equals(title)) {
      throw damaged(file, "has no first line \"" + title + "\" with a line for each feature below");
    }
    double[][] read = new double[2][lines.size() - 1];
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      int comma = line.indexOf(',');
      try {
        read[0][i - 1] = Double.parseDouble(line.substring(0, Math.max(0, comma)));
        read[1][i - 1] = Double.parseDouble(line.substring(comma + 1));
      } catch (NumberFormatException e) {
        throw damaged(file, "has \"" + line + "\" in line " + (i + 1));
      }
      boolean finite = Double.isFinite(read[0][i - 1]) && Double.isFinite(read[1][i - 1]);
      if (!finite || !allows(read[0][i - 1], read[1][i - 1])) {
        throw damaged(file, "has \"" + line + "\" in line " + (i + 1));
      }
    }
    return read;
  }

  private List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new DataException(
          "There is no file " + file, "what " + type + ".save wrote", "Check the path.", e);
    } catch (CharacterCodingException e) {
      throw damaged(file, "is no text");
    } catch (IOException e) {
      throw new DataException(
          file + " cannot be read: " + FileTrouble.reason(file, e),
          "what " + type + ".save wrote",
          "Check the file.",
          e);
    }
  }

  private DataException damaged(Path file, String found) {
    return new DataException(
        file + " " + found,
        "a " + name + ": " + holds + " for each feature",
        "Save the " + name + " again.");
  }
}
