package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTest {
  @TempDir private Path temporary;

  private Path unpacked() {
    return NativeLibrary.unpacked(temporary, true);
  }

  private static Path library(Path directory) {
    return directory.resolve(System.mapLibraryName("annotron"));
  }

  @Test
  void unpacksForTheOwnerAloneAndLeavesNothingElse() throws IOException {
    Path directory = unpacked();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(directory.getFileName().toString()).startsWith("annotron-");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains(System.mapLibraryName("annotron"))
          .allMatch(name -> name.contains(".so"))
          .hasSizeLessThan(6);
    }
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).containsExactly(directory);
    }
  }

  @Test
  void theLibraryAloneLiesWhereAllFilesDo() throws IOException {
    Path directory = NativeLibrary.unpacked(temporary, false);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(library(directory));
    }
    assertThat(unpacked()).isEqualTo(directory);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSizeGreaterThan(1).contains(library(directory));
    }
  }

  @Test
  void leavesIntactFilesAlone() throws IOException {
    Path file = library(unpacked());
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, old);
    unpacked();
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void replacesADamagedFile() throws IOException {
    Path file = library(unpacked());
    byte[] good = Files.readAllBytes(file);
    byte[] damaged = good.clone();
    damaged[good.length / 2] ^= 1;
    Files.write(file, damaged);
    assertThat(Files.readAllBytes(library(unpacked()))).isEqualTo(good);
  }

  @Test
  void replacesATruncatedFileAndALink() throws IOException {
    Path file = library(unpacked());
    byte[] good = Files.readAllBytes(file);
    Files.write(file, new byte[0]);
    assertThat(Files.readAllBytes(library(unpacked()))).isEqualTo(good);

    Path other = Files.write(temporary.resolve("other"), good);
    Files.delete(file);
    Files.createSymbolicLink(file, other);
    assertThat(Files.isSymbolicLink(library(unpacked()))).isFalse();
    assertThat(Files.readAllBytes(other)).isEqualTo(good);
  }

  @Test
  void refusesADirectoryThatOthersCanWrite() throws IOException {
    Path directory = unpacked();
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(this::unpacked)
        .isInstanceOf(NativeLibraryException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("belongs to this user alone")
        .hasMessageContaining("-Djava.io.tmpdir=DIR");
  }

  @Test
  void refusesALinkInTheDirectorysPlace() throws IOException {
    Path directory = unpacked();
    Path moved = Files.move(directory, temporary.resolve("moved"));
    Files.createSymbolicLink(directory, moved);
    assertThatThrownBy(this::unpacked).isInstanceOf(NativeLibraryException.class);
  }

  @Test
  void manyAtOnceAgree() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Path>> tasks = Collections.nCopies(8, this::unpacked);
      for (var result : pool.invokeAll(tasks)) {
        assertThat(library(result.get())).exists();
      }
    }
    try (Stream<Path> files = Files.list(unpacked())) {
      assertThat(files).allMatch(file -> file.toString().contains(".so")).hasSizeLessThan(6);
    }
  }

  @Test
  void deletesWhatOtherVersionsLeftAndNothingElse() throws IOException {
    Path current = unpacked();
    String prefix = current.toString().substring(0, current.toString().lastIndexOf('-') + 1);
    Path old = directory(prefix + "0123456789abcdef", true);
    Path probe = aged(Files.createFile(Path.of(prefix + "0123456789abcdef.1f")));
    Path part = aged(Files.createFile(current.resolve("libgfortran.so.5.0123456789ab")));
    List<Path> kept =
        List.of(
            directory(prefix + "1123456789abcdef", false),
            directory(prefix + "mine", true),
            directory(temporary.resolve("annotron-0123456789abcdef").toString(), true),
            Files.createSymbolicLink(Path.of(prefix + "2123456789abcdef"), temporary),
            aged(Files.createFile(current.resolve("libother.txt"))),
            library(current));
    aged(library(current));
    unpacked();
    assertThat(old).exists(); // nothing was unpacked
    Files.write(library(current), new byte[0]);
    unpacked();
    assertThat(List.of(old, probe, part)).allMatch(Files::notExists);
    assertThat(kept).allMatch(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void keepsAnOldDirectoryThatHoldsAnythingElseOrThatOthersCanWrite() throws IOException {
    Path current = unpacked();
    String prefix = current.toString().substring(0, current.toString().lastIndexOf('-') + 1);
    Path filled = directory(prefix + "0123456789abcdef", true);
    Path notes = Files.createFile(filled.resolve("notes"));
    aged(filled);
    Path open = directory(prefix + "1123456789abcdef", true);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.delete(library(current));
    unpacked();
    assertThat(notes).exists();
    assertThat(library(open)).exists();
  }

  @Test
  void usingADirectoryMakesItYoung() throws IOException {
    Path current = aged(unpacked());
    unpacked();
    assertThat(Files.getLastModifiedTime(current)).isNotEqualTo(FileTime.fromMillis(0));
  }

  /** A directory with a library, as another version leaves it. */
  private static Path directory(String name, boolean old) throws IOException {
    Path directory = Files.createDirectory(Path.of(name));
    Files.createFile(library(directory));
    return old ? aged(directory) : directory;
  }

  private static Path aged(Path path) throws IOException {
    return Files.setLastModifiedTime(path, FileTime.fromMillis(0));
  }

  @Test
  void aListOfMissingFilesIsRefused() {
    assertThatThrownBy(
            () -> new Unpacker("/nowhere/", "00000000 5 absent\n").unpackAllUnder(temporary))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(FileSystemException.class)
        .hasMessageContaining("absent");
  }
}
