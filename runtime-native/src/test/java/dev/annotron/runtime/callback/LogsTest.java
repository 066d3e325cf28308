package dev.annotron.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.CheckpointException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  @TempDir Path directory;

  @Test
  void aLineOfNumbersForEachEpoch() throws IOException {
    Path file = directory.resolve("log.csv");

    new Scripted("val_loss", 3, 1.25, 0.1).run(new CsvLogger(file));

    assertThat(file).content().isEqualTo("epoch,val_loss\n1,3.0\n2,1.25\n3,0.1\n");
  }

  @Test
  void aResumedTrainingWritesTheSameFile() throws IOException {
    Path file = directory.resolve("log.csv");
    Files.writeString(file, "epoch,val_loss\n1,3.0\n2,1.25\n3,9\n4,9\n");

    new Scripted("val_loss", 3, 1.25, 0.1).after(2).run(new CsvLogger(file));

    assertThat(file).content().isEqualTo("epoch,val_loss\n1,3.0\n2,1.25\n3,0.1\n");
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    assertThatThrownBy(() -> new Scripted("loss", 1).run(new CsvLogger(directory)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith(
            directory + " cannot be written: it is a directory; expected a place")
        .hasMessageContaining("the model keeps its weights");
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> new TensorBoard(file).begin(new Scripted("loss", 1)))
        .as("before the first step")
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(file + " is no directory; expected a place")
        .hasMessageContaining("log elsewhere");
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> new Scripted("loss", 1).run(new CsvLogger(missing.resolve("log.csv"))))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("log.csv cannot be written: there is no directory " + missing + ";")
        .hasMessageNotContaining("Exception");
  }

  /** CRC-32C of "123456789" is 0xe3069283, as all descriptions of it say. */
  @Test
  void checksumsAreMasked() {
    byte[] digits = "123456789".getBytes(StandardCharsets.UTF_8);
    int crc = 0xe3069283;

    assertThat(EventRecords.checksum(digits)).isEqualTo((crc >>> 15 | crc << 17) + 0xa282ead8);
  }

  @Test
  void tensorBoardReadsTheValuesOfEachEpoch() throws IOException {
    new Scripted("val_loss", 3, 1.25).run(new TensorBoard(directory));
    new Scripted("loss", new double[300]).after(298).run(new TensorBoard(directory));

    assertThat(events("validation"))
        .containsExactly("brain.Event:2", "1 epoch_loss 3.0", "2 epoch_loss 1.25");
    assertThat(events("train"))
        .contains("299 epoch_loss 0.0", "299 epoch_learning_rate 1.0", "300 epoch_loss 0.0")
        .contains("1 epoch_learning_rate 1.0");
  }

  private List<String> events(String part) throws IOException {
    List<String> events = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory.resolve(part))) {
      for (Path file : files.toList()) {
        assertThat(file.getFileName().toString()).matches("events\\.out\\.tfevents\\.\\d+\\..*");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
          events.add(event(record(bytes)));
        }
      }
    }
    return events;
  }

  /** A record's content, whose checksums are right. */
  private static ByteBuffer record(ByteBuffer file) {
    byte[] length = new byte[Long.BYTES];
    file.get(length);
    assertThat(file.getInt()).isEqualTo(EventRecords.checksum(length));
    byte[] content =
        new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
    file.get(content);
    assertThat(file.getInt()).isEqualTo(EventRecords.checksum(content));
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String event(ByteBuffer event) {
    assertThat(event.get()).isEqualTo((byte) (1 << 3 | 1));
    assertThat(event.getDouble()).isGreaterThan(1.7e9);
    if (event.get(event.position()) == (3 << 3 | 2)) {
      return text(event);
    }
    assertThat(event.get()).isEqualTo((byte) (2 << 3));
    int step = event.get() & 0xff;
    step = step < 0x80 ? step : step & 0x7f | event.get() << 7;
    assertThat(event.get()).isEqualTo((byte) (5 << 3 | 2));
    assertThat((int) event.get()).isEqualTo(event.remaining());
    assertThat(event.get()).isEqualTo((byte) (1 << 3 | 2));
    assertThat((int) event.get()).isEqualTo(event.remaining());
    String tag = text(event);
    assertThat(event.get()).isEqualTo((byte) (2 << 3 | 5));
    return step + " " + tag + " " + event.getFloat();
  }

  private static String text(ByteBuffer event) {
    event.get();
    byte[] text = new byte[event.get()];
    event.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
