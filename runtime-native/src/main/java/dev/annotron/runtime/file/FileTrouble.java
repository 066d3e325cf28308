package dev.annotron.runtime.file;

import dev.annotron.runtime.AnnotronException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says in words what the system would not do with a file; its own exception is the cause. */
public final class FileTrouble {
  private FileTrouble() {}

  static IOException unreadable(Path file, IOException cause) {
    String found =
        cause instanceof NoSuchFileException
            ? "There is no file " + file
            : file + " cannot be read: " + reason(file, cause);
    return trouble(found, "a weight file", "Check the path and who may read the file.", cause);
  }

  static IOException unwritable(Path file, IOException cause) {
    return trouble(
        file + " cannot be saved: " + reason(file, cause),
        "a place that may be written to, with room for the file",
        "Mend that, or save elsewhere; an old file of that name is as it was.",
        cause);
  }

  /** The name of a file that something else has. */
  static IOException noFile(Path file) {
    String found = Files.isDirectory(file) ? "a directory" : "a device, a pipe or a socket";
    return trouble(
        file + " cannot be saved: it is " + found, "a file or a new name", "Save elsewhere.", null);
  }

  static IOException noDirectory(Path file) {
    return trouble(
        file + " cannot be saved: there is no directory " + file.toAbsolutePath().getParent(),
        "one that exists",
        "Please create it.",
        null);
  }

  static IOException danglingLink(Path link, IOException cause) {
    return trouble(
        link + " cannot be saved: it is a link to what is not there",
        "a file, a link to one, or a new name",
        "Remove the link, or create what it points to.",
        cause);
  }

  /** Why the system would not do it, in words; some exceptions have only a name to say. */
  public static String reason(Path file, IOException cause) {
    if (Files.isDirectory(file)) {
      return "it is a directory";
    }
    Path above = file.toAbsolutePath().getParent();
    while (above != null && Files.notExists(above)) {
      above = above.getParent();
    }
    if (above != null && !Files.isDirectory(above)) {
      return above + " is no directory";
    }
    String said = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
    return switch (cause) {
      case AccessDeniedException _ -> "access is denied";
      case NoSuchFileException _ -> "there is no directory " + file.toAbsolutePath().getParent();
      case FileSystemException _ when said == null -> "the system does not say why";
      default -> said == null ? cause.toString() : said;
    };
  }

  private static IOException trouble(
      String found, String expected, String mend, @Nullable IOException cause) {
    return new IOException(AnnotronException.message(found, expected, mend), cause);
  }
}
