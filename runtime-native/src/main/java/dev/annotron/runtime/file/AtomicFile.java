package dev.annotron.runtime.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Replaces a file by a whole new one or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the new content. */
  public interface Content {
    /** Writes all there is to write. */
    void write(FileChannel channel) throws IOException;
  }

  /**
   * Writes to a file beside the wanted one, forces it to the disk and renames it.
   *
   * <p>A thread that was interrupted before, as one is whose training was stopped, can save: its
   * mark is put aside for as long as this takes.
   *
   * @throws IOException with a message of found, expected and mend
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = target(file);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw FileTrouble.noFile(file);
    }
    Path directory = target.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw FileTrouble.noDirectory(file);
    }
    boolean interrupted = Thread.interrupted();
    try {
      replace(target, directory, content);
    } catch (IOException e) {
      throw FileTrouble.unwritable(file, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Links stay what they are; the file behind them is replaced. */
  private static Path target(Path file) throws IOException {
    try {
      return Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    } catch (NoSuchFileException e) {
      throw FileTrouble.danglingLink(file, e);
    } catch (IOException e) {
      throw FileTrouble.unwritable(file, e);
    }
  }

  private static void replace(Path target, Path directory, Content content) throws IOException {
    Path temporary = create(target);
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        keepPermissions(target, temporary);
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
        // Without the target's name, which may be as long as names can be.
        return Files.createFile(target.resolveSibling(".annotron-" + tail + ".tmp"));
      } catch (FileAlreadyExistsException _) {
        // Another one has that name; try the next.
      }
    }
  }

  /** Before anything is in the file: others may never read what they could not read before. */
  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null || !Files.exists(from)) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(from);
    if (!permissions.equals(view.readAttributes().permissions())) {
      view.setPermissions(permissions);
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
