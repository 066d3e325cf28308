package dev.annotron.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path directory;

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
        .isSameAs(full);

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
  void leavesNothingWhenRenamingFails() throws IOException {
    Path file = Files.createDirectory(directory.resolve("a"));
    Files.createFile(file.resolve("inside"));

    assertThatThrownBy(() -> AtomicFile.write(file, text("x"))).isInstanceOf(IOException.class);

    assertThat(names()).containsExactly("a");
    assertThat(file.resolve("inside")).exists();
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
        .isInstanceOf(NoSuchFileException.class)
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
