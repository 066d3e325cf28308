package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** The runtime stays small: its classes, compressed as in a jar, below half a megabyte. */
class SizeTest {
  private static final long LIMIT = 500_000;

  @Test
  void classesStayBelowTheLimit() throws IOException, URISyntaxException {
    Path classes = Path.of(Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(found).hasSizeGreaterThan(50);
      assertThat(found.stream().mapToLong(SizeTest::size).sum()).isLessThan(LIMIT);
    }
  }

  /** The bytes that a file takes in a jar, without its name. */
  private static long size(Path file) {
    Deflater deflater = new Deflater();
    try {
      byte[] bytes = Files.readAllBytes(file);
      deflater.setInput(bytes);
      deflater.finish();
      return deflater.deflate(new byte[2 * bytes.length + 100]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
  }
}
