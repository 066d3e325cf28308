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
 * A {@link Standardization} as text: a line that says what it is, and one with mean and deviation
 * for each feature, in as many digits as tell doubles apart.
 */
final class StandardizationFile {
  private static final String TITLE = "annotron standardization,1";

  private StandardizationFile() {}

  static void write(Path file, double[] mean, double[] std) throws IOException {
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    for (int i = 0; i < mean.length; i++) {
      text.append(mean[i]).append(',').append(std[i]).append('\n');
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

  /** Mean and deviation of each feature. */
  static double[][] read(Path file) {
    List<String> lines = lines(file);
    if (lines.size() < 2 || !lines.getFirst().equals(TITLE)) {
      throw damaged(file, "has no first line \"" + TITLE + "\" with a line for each feature below");
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
      boolean divides = read[1][i - 1] > 0 && Double.isFinite(read[1][i - 1]);
      if (!divides || !Double.isFinite(read[0][i - 1])) {
        throw damaged(file, "has \"" + line + "\" in line " + (i + 1));
      }
    }
    return read;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new DataException(
          "There is no file " + file, "what Standardization.save wrote", "Check the path.", e);
    } catch (CharacterCodingException e) {
      throw damaged(file, "is no text");
    } catch (IOException e) {
      throw new DataException(
          file + " cannot be read: " + FileTrouble.reason(file, e),
          "what Standardization.save wrote",
          "Check the file.",
          e);
    }
  }

  private static DataException damaged(Path file, String found) {
    return new DataException(
        file + " " + found,
        "a standardization: its mean and its deviation, above 0, for each feature",
        "Save the standardization again.");
  }
}
