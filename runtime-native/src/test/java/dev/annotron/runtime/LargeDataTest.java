package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data larger than all memory of a process: 40 MB that become 160 MB, in a JVM of 48 MB. */
class LargeDataTest {
  private static final int ROWS = 40_000;
  private static final int COLUMNS = 1000;

  @TempDir Path directory;

  /** What the process does: reads the files, and a builder's rows, and prints the sums. */
  static final class Reader {
    private Reader() {}

    public static void main(String... files) {
      Dataset read = Dataset.idx(Path.of(files[0]), Path.of(files[1]));
      System.out.println(sum(read));
      DatasetBuilder builder = Dataset.builder(COLUMNS, 1);
      for (int i = 0; i < read.size() / 2; i++) {
        builder.add(read.x(i), read.y(i));
      }
      System.out.println(sum(builder.build()));
    }

    private static double sum(Dataset data) {
      double sum = 0;
      float[] row = new float[COLUMNS];
      for (int i = 0; i < data.size(); i++) {
        data.copyX(i, row, 0);
        for (float value : row) {
          sum += value;
        }
      }
      return sum;
    }
  }

  private String run(String... options) throws IOException, InterruptedException {
    Path images = directory.resolve("images");
    Path labels = directory.resolve("labels");
    write(images, (byte) 255, ROWS, COLUMNS);
    write(labels, (byte) 1, ROWS);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx48m", "-XX:MaxDirectMemorySize=32m"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Reader.class.getName()));
    command.addAll(List.of(images.toString(), labels.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  /** An IDX file of unsigned bytes, zero but for the last. */
  private static void write(Path file, byte last, int... dimensions) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(new byte[] {0, 0, 8, (byte) dimensions.length});
      long size = 1;
      for (int dimension : dimensions) {
        out.writeInt(dimension);
        size *= dimension;
      }
      out.seek(out.getFilePointer() + size - 1);
      out.write(last);
    }
  }

  @Test
  void liesInFilesWhereADirectoryIsNamed() throws IOException, InterruptedException {
    Path data = Files.createDirectory(directory.resolve("data"));
    assertThat(run("-Dannotron.data.directory=" + data).lines()).containsExactly("1.0", "0.0");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void saysWhatWouldHelpWhereNoneIs() throws IOException, InterruptedException {
    assertThat(run())
        .contains("DataException: The data needs 152.6 MiB of memory outside the heap")
        .contains("name a directory with room for it: -Dannotron.data.directory=DIR.");
  }

  @Test
  void namesADirectoryThatIsNone() throws IOException, InterruptedException {
    assertThat(run("-Dannotron.data.directory=" + directory.resolve("none")))
        .contains("can be made in " + directory.resolve("none"));
  }
}
