package dev.annotron.runtime.kernel;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Unpacks files into a directory that only this user can write, named by their content. Files that
 * are there already are used if their checksums are right and replaced otherwise. Any number of
 * processes may do it at once: each file appears whole, by a rename.
 *
 * <p>This runs whenever a program starts, so the usual path does without lambdas, regular
 * expressions and string templates, whose first use costs the JVM ten milliseconds each.
 */
final class Unpacker {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final String resources;
  private final String list;

  /**
   * Prepares.
   *
   * @param resources where this jar holds the files, with a slash at its end
   * @param list the files: a line for each with its CRC-32C in hex, its size and its name
   */
  Unpacker(String resources, String list) {
    this.resources = resources;
    this.list = list;
  }

  /** A file as it should be. */
  private record Entry(long checksum, long size, String name) {
    static Entry of(String line) {
      String[] words = line.split(" ", 3);
      return new Entry(Long.parseLong(words[0], 16), Long.parseLong(words[1]), words[2]);
    }
  }

  /** Makes sure that the first file is there, and returns its directory. */
  Path unpackFirstUnder(Path temporary) throws IOException {
    return unpackUnder(temporary, list.substring(0, list.indexOf('\n')));
  }

  /** Makes sure that all files are there, and returns their directory, which is the same. */
  Path unpackAllUnder(Path temporary) throws IOException {
    return unpackUnder(temporary, list);
  }

  private Path unpackUnder(Path temporary, String wanted) throws IOException {
    Path directory = temporary.resolve(name());
    makePrivate(directory);
    markUsed(directory);
    byte[] buffer = new byte[1 << 18];
    boolean anew = false;
    for (String line : wanted.split("\n")) {
      Entry entry = Entry.of(line);
      if (!isIntact(directory.resolve(entry.name()), entry, buffer)) {
        unpack(entry, directory);
        anew = true;
      }
    }
    if (anew) {
      Leftovers.deleteBeside(directory, System.currentTimeMillis());
    }
    return directory;
  }

  /** The directory's name, by user and content. */
  private String name() {
    StringBuilder name = new StringBuilder("annotron-");
    for (char c : System.getProperty("user.name").toCharArray()) {
      name.append(Character.isLetterOrDigit(c) ? c : '_');
    }
    CRC32C checksum = new CRC32C();
    checksum.update(list.getBytes(StandardCharsets.UTF_8));
    String library = list.substring(0, list.indexOf(' '));
    return name.append('-')
        .append(library)
        .append(Long.toHexString(checksum.getValue()))
        .toString();
  }

  private static void makePrivate(Path directory) throws IOException {
    try {
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException e) {
      checkPrivate(directory);
    }
  }

  /** So that other versions know that it is no leftover. */
  private static void markUsed(Path directory) throws IOException {
    Files.setLastModifiedTime(directory, FileTime.fromMillis(System.currentTimeMillis()));
  }

  /** Refuses what somebody else may have put there. */
  private static void checkPrivate(Path directory) throws IOException {
    PosixFileAttributes found =
        Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Path own = temporaryBeside(directory);
    Files.newOutputStream(own, StandardOpenOption.CREATE_NEW).close();
    try {
      boolean mine = Files.getOwner(own).equals(found.owner());
      if (!mine || !found.isDirectory() || !OWNER_ONLY.containsAll(found.permissions())) {
        throw new FileSystemException(
            directory.toString(), null, "not a directory that belongs to this user alone");
      }
    } finally {
      Files.delete(own);
    }
  }

  private static boolean isIntact(Path file, Entry entry, byte[] buffer) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != entry.size()) {
      return false;
    }
    CRC32C checksum = new CRC32C();
    // Channels would copy by way of direct memory, which a JVM may have little of.
    try (InputStream in = new FileInputStream(file.toFile())) {
      for (int bytes = in.read(buffer); bytes >= 0; bytes = in.read(buffer)) {
        checksum.update(buffer, 0, bytes);
      }
    }
    return checksum.getValue() == entry.checksum();
  }

  private void unpack(Entry entry, Path directory) throws IOException {
    Path temporary = temporaryBeside(directory.resolve(entry.name()));
    try (InputStream packed = Unpacker.class.getResourceAsStream(resources.concat(entry.name()))) {
      if (packed == null) {
        throw new IOException("the jar lacks " + entry.name());
      }
      CheckedInputStream checked = new CheckedInputStream(packed, new CRC32C());
      Files.createFile(temporary);
      try (OutputStream out = new FileOutputStream(temporary.toFile())) {
        checked.transferTo(out);
      }
      if (checked.getChecksum().getValue() != entry.checksum()) {
        throw new IOException(entry.name() + " in the jar is damaged");
      }
      Files.move(temporary, directory.resolve(entry.name()), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Path temporaryBeside(Path file) {
    String unique = Long.toHexString(System.nanoTime() ^ ((long) new Object().hashCode() << 32));
    return file.resolveSibling(file.getFileName().toString().concat(".").concat(unique));
  }
}
