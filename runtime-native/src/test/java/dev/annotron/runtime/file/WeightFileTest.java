package dev.annotron.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.AnnotronException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFileTest {
  private static final Tensor KERNEL =
      WeightFiles.tensor("hidden/kernel", List.of(2, 3), 1, 2, 3, 4, 5, 6);
  private static final Tensor BIAS = WeightFiles.tensor("hidden/bias", List.of(3), 7, 8, 9);

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("a.safetensors");
  }

  /** The bytes follow from the published description of the format, not from our own writer. */
  @Test
  void writesThePublishedFormat() throws IOException {
    WeightFile.write(
        file(), Map.of("k", "v"), List.of(WeightFiles.tensor("w", List.of(1, 2), 1, -2)));

    String json =
        "{\"__metadata__\":{\"k\":\"v\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
    byte[] bytes = Files.readAllBytes(file());
    assertThat(json).hasSize(81);
    assertThat(bytes).hasSize(8 + 88 + 8);
    assertThat(bytes).startsWith(88, 0, 0, 0, 0, 0, 0, 0);
    assertThat(new String(bytes, 8, 88, StandardCharsets.UTF_8)).isEqualTo(json + " ".repeat(7));
    assertThat(bytes).endsWith(0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("z", "line\n\"quoted\" \\ \u00e9 \u4e2d \ud83d\ude00 \u0001");
    metadata.put("a", "");
    WeightFile.write(file(), metadata, List.of(KERNEL, BIAS));

    WeightFile.Contents contents = WeightFile.read(file(), WeightFiles.ANY);

    assertThat(contents.metadata()).containsExactlyEntriesOf(metadata);
    assertThat(contents.tensors()).hasSize(2);
    same(contents.tensors().get(0), KERNEL);
    same(contents.tensors().get(1), BIAS);
  }

  private static void same(Tensor found, Tensor expected) {
    assertThat(found.name()).isEqualTo(expected.name());
    assertThat(found.shape()).isEqualTo(expected.shape());
    assertThat(found.data().mismatch(expected.data())).isEqualTo(-1);
  }

  @Test
  void keepsEveryBitOfLargeTensorsOutsideTheHeap() throws IOException {
    int count = (1 << 18) + 5;
    MemorySegment data = Arena.ofAuto().allocate(count * 4L, 4);
    for (int i = 0; i < count; i++) {
      data.setAtIndex(ValueLayout.JAVA_INT, i, i * 0x9E3779B1);
    }
    Tensor large = new Tensor("large", List.of(count), data);
    WeightFile.write(file(), Map.of(), List.of(BIAS, large));

    List<Tensor> tensors = WeightFile.read(file(), WeightFiles.ANY).tensors();

    same(tensors.get(1), large);
    assertThat(tensors.get(1).data().isNative()).isTrue();
  }

  @Test
  void saysThatMemoryIsShort() {
    assertThatThrownBy(() -> TensorData.allocate(1L << 50))
        .isInstanceOf(AnnotronException.class)
        .hasMessageContaining("needs 4096.0 TiB of memory outside the heap; expected")
        .hasCauseInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void takesNoTensorsNoMetadataAndScalars() throws IOException {
    WeightFile.write(file(), Map.of(), List.of());
    assertThat(WeightFile.read(file(), WeightFiles.ANY).tensors()).isEmpty();

    Tensor scalar = WeightFiles.tensor("s", List.of(), 3);
    WeightFile.write(file(), Map.of(), List.of(scalar));
    same(WeightFile.read(file(), WeightFiles.ANY).tensors().getFirst(), scalar);
  }

  @Test
  void asksBeforeItReadsNumbers() throws IOException {
    WeightFile.write(file(), Map.of("hash", "1234"), List.of(KERNEL, BIAS));
    IllegalStateException refusal = new IllegalStateException("no");

    assertThatThrownBy(
            () ->
                WeightFile.read(
                    file(),
                    header -> {
                      assertThat(header.metadata()).containsEntry("hash", "1234");
                      assertThat(header.entries())
                          .containsExactly(
                              new Header.Entry("hidden/kernel", List.of(2, 3)),
                              new Header.Entry("hidden/bias", List.of(3)));
                      assertThat(header.dataBytes()).isEqualTo(36);
                      throw refusal;
                    }))
        .isSameAs(refusal);
  }

  @Test
  void readsTensorsInTheOrderOfTheirNumbers() {
    byte[] file =
        WeightFiles.file(
            " { \"b\" : {\"data_offsets\":[4,8],\"shape\":[1],\"dtype\":\"F32\"},\n"
                + "\"a\":{\"dtype\":\"\\u0046\\u00332\",\"shape\":[],\"data_offsets\":[0,4]}} \t",
            2);

    assertThat(WeightFiles.read(file, WeightFiles.ANY).tensors())
        .extracting(Tensor::name)
        .containsExactly("a", "b");
  }

  @Test
  void refusesNamesThatTheFormatCannotHold() {
    Tensor named = WeightFiles.tensor("__metadata__", List.of(1), 0);
    for (List<Tensor> tensors : List.of(List.of(BIAS, BIAS), List.of(named))) {
      assertThatThrownBy(() -> WeightFile.write(file(), Map.of(), tensors))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(file()).doesNotExist();
  }

  @Test
  void refusesTensorsOfTheWrongSize() {
    assertThatThrownBy(() -> WeightFiles.tensor("w", List.of(2, 2), 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("w has 12 bytes, expected 16");
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatThrownBy(() -> WeightFile.read(file(), WeightFiles.ANY))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("There is no file " + file() + "; expected a weight file. ")
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void saysThatADirectoryIsNoFile() {
    assertThatThrownBy(() -> WeightFile.read(directory, WeightFiles.ANY))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(directory + " cannot be read: it is a directory; expected ");
  }
}
