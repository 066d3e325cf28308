package dev.annotron.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path directory;

  private static final AtomicFile.Content UNREACHED =
      _ -> {
        throw new AssertionError("written to");
      };

  private static AtomicFile.Content text(String text) {
    return channel -> channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void replacesAFile() throws IOException {
    Path file = directory.resolve("a");
    AtomicFile.write(file, text("old, and longer"));
    AtomicFile.write(file, text("new"));

    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void keepsTheOldFileWhenWritingFails() throws IOException {
    Path file = directory.resolve("a");
    AtomicFile.write(file, text("old"));
    IOException full = new IOException("disk full");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    channel -> {
                      text("half").write(channel);
                      throw full;
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " cannot be saved: disk full; expected ")
        .hasCause(full);

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a");
  }

  /** Whoever looks while it is written sees the old file, and the new one under another name. */
  @Test
  void writesBesideTheOldFile() throws IOException {
    Path file = directory.resolve("a");
    AtomicFile.write(file, text("old"));

    AtomicFile.write(
        file,
        channel -> {
          text("new").write(channel);
          assertThat(file).hasContent("old");
          assertThat(names()).hasSize(2).contains("a");
        });

    assertThat(file).hasContent("new");
  }

  @Test
  void leavesDirectoriesAlone() throws IOException {
    Path file = Files.createDirectory(directory.resolve("a"));
    Files.createFile(file.resolve("inside"));

    assertThatThrownBy(() -> AtomicFile.write(file, UNREACHED))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " cannot be saved: it is a directory; expected ");

    assertThat(names()).containsExactly("a");
    assertThat(file.resolve("inside")).exists();
  }

  /** Root may replace a device by a file, and the system would miss it. */
  @Test
  void leavesPipesAlone() throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe");
    Process make = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
    assertThat(make.waitFor()).isZero();

    assertThatThrownBy(() -> AtomicFile.write(pipe, UNREACHED))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is a device, a pipe or a socket");

    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
    assertThat(names()).containsExactly("pipe");
  }

  @Test
  void saysThatALinkPointsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));

    assertThatThrownBy(() -> AtomicFile.write(link, UNREACHED))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(link + " cannot be saved: it is a link to what is not there; ");
    assertThat(names()).containsExactly("link");
  }

  @Test
  void takesTheLongestNames() throws IOException {
    Path file = directory.resolve("n".repeat(255));

    AtomicFile.write(file, text("new"));

    assertThat(file).hasContent("new");
  }

  @Test
  void keepsThePermissionsOfTheOldFile() throws IOException {
    Path file = directory.resolve("a");
    for (String permissions : List.of("rw-------", "rw-rw-rw-")) {
      AtomicFile.write(file, text("old"));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

      AtomicFile.write(file, text("new"));

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(permissions);
    }
  }

  @Test
  void writesThroughALink() throws IOException {
    Path file = directory.resolve("real");
    AtomicFile.write(file, text("old"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), file.getFileName());

    AtomicFile.write(link, text("new"));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void namesADirectoryThatIsMissing() {
    assertThatThrownBy(() -> AtomicFile.write(directory.resolve("none").resolve("a"), text("x")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a cannot be saved: there is no directory " + directory)
        .hasMessageContaining("create it");
  }

  @Test
  void savesOnAThreadThatWasInterrupted() throws IOException {
    Path file = directory.resolve("a");
    Thread.currentThread().interrupt();
    try {
      AtomicFile.write(file, text("saved"));
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(file).hasContent("saved");
  }
}
