package dev.annotron.runtime.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** Replaces a file by a whole new one or not at all. */
final class AtomicFile {
  private AtomicFile() {}

  /** Writes the new content. */
  interface Content {
    void write(FileChannel channel) throws IOException;
  }

  /**
   * Writes to a file beside the wanted one, forces it to the disk and renames it.
   *
   * <p>A thread that was interrupted before, as one is whose training was stopped, can save: its
   * mark is put aside for as long as this takes.
   */
  static void write(Path file, Content content) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such directory; create it");
    }
    boolean interrupted = Thread.interrupted();
    try {
      replace(target, directory, content);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void replace(Path target, Path directory, Content content) throws IOException {
    Path temporary = create(target);
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        content.write(channel);
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (Throwable e) {
      remove(temporary, e);
      throw e;
    }
    force(directory);
  }

  private static Path create(Path target) throws IOException {
    while (true) {
      String tail = Long.toHexString(ThreadLocalRandom.current().nextLong());
      try {
        return Files.createFile(
            target.resolveSibling("." + target.getFileName() + "." + tail + ".tmp"));
      } catch (FileAlreadyExistsException _) {
        // Another one has that name; try the next.
      }
    }
  }

  private static void remove(Path temporary, Throwable why) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  /**
   * Makes the new name last. Some systems cannot do that for a directory; the file itself is safe.
   */
  private static void force(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // See above.
    }
  }
}
