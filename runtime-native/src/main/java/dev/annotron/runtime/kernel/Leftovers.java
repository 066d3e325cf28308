package dev.annotron.runtime.kernel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Deletes what other versions, and processes that were ended while they unpacked, left in the
 * directory for temporary files. Only what this user alone can write, has the names that {@link
 * Unpacker} gives, and was not used for a day: two versions in turn do not drive each other out. A
 * process that still runs with such files is not harmed, since it has them mapped.
 */
final class Leftovers {
  private static final long KEPT_MILLIS = TimeUnit.DAYS.toMillis(1);

  /** The checksums of the library and of the list; behind a dot, what makes a name unique. */
  private static final Pattern DIRECTORY = Pattern.compile("[0-9a-f]{9,16}");

  private static final Pattern EMPTY_FILE = Pattern.compile("[0-9a-f]{9,16}\\.[0-9a-f]{1,16}");
  private static final Pattern LIBRARY = Pattern.compile("lib\\w+\\.so[.0-9a-f]*");
  private static final Pattern PART = Pattern.compile("lib\\w+\\.so(\\.\\d)?\\.[0-9a-f]{8,16}");

  private final Path current;
  private final long now;

  private Leftovers(Path current, long now) {
    this.current = current;
    this.now = now;
  }

  /** Deletes what can be; never throws. */
  static void deleteBeside(Path current, long now) {
    new Leftovers(current, now).delete();
  }

  private void delete() {
    String own = current.getFileName().toString();
    String prefix = own.substring(0, own.lastIndexOf('-') + 1);
    for (Path path : list(current.resolveSibling(""))) {
      String name = path.getFileName().toString();
      if (name.startsWith(prefix) && !name.equals(own)) {
        deleteSibling(path, name.substring(prefix.length()));
      }
    }
    for (Path path : list(current)) {
      if (PART.matcher(path.getFileName().toString()).matches() && isAbandoned(path)) {
        tryDelete(path);
      }
    }
  }

  private void deleteSibling(Path path, String rest) {
    boolean directory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    if (!(directory ? DIRECTORY : EMPTY_FILE).matcher(rest).matches() || !isAbandoned(path)) {
      return;
    }
    if (directory) {
      for (Path file : list(path)) {
        if (LIBRARY.matcher(file.getFileName().toString()).matches()) {
          tryDelete(file);
        }
      }
    }
    tryDelete(path); // does nothing to a directory that holds anything else
  }

  /** Whether it is this user's own, nobody else can write it, and it was not used lately. */
  private boolean isAbandoned(Path path) {
    try {
      PosixFileAttributes found =
          Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String permissions = PosixFilePermissions.toString(found.permissions());
      return found.owner().equals(Files.getOwner(current))
          && permissions.charAt(4) != 'w'
          && permissions.charAt(7) != 'w'
          && found.lastModifiedTime().toMillis() < now - KEPT_MILLIS;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static List<Path> list(Path directory) {
    List<Path> listed = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
      paths.forEach(listed::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return listed;
  }

  private static void tryDelete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Another time, perhaps.
    }
  }
}
