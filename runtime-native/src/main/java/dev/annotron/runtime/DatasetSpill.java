package dev.annotron.runtime;

import dev.annotron.runtime.file.FileTrouble;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Memory in files, for data that memory does not hold; only where the user names a directory. */
final class DatasetSpill {
  static final String DIRECTORY = "annotron.data.directory";

  private DatasetSpill() {}

  /**
   * Zeros in a new file that goes with the process at the latest; null if no directory is named.
   *
   * @throws DataException if the file cannot be made
   */
  static @Nullable MemorySegment map(long bytes) {
    String directory = System.getProperty(DIRECTORY);
    if (directory == null) {
      return null;
    }
    try {
      Path file = Files.createTempFile(Path.of(directory), "annotron", ".data");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
      }
    } catch (IOException e) {
      throw new DataException(
          "No file of "
              + bytes
              + " bytes can be made in "
              + directory
              + ": "
              + FileTrouble.reason(Path.of(directory, "data"), e),
          "a directory with room for the data, as -D" + DIRECTORY + " names one",
          "Name another, or make room.",
          e);
    }
  }
}
