package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDamageTest {
  private static final int UNSIGNED = 0x08;
  private static final byte[] LABELS = IdxFiles.idx(UNSIGNED, new int[] {2}, (byte) 7, (byte) 8);
  private static final byte[] IMAGES = IdxFiles.idx(UNSIGNED, new int[] {2, 3}, new byte[6]);

  @TempDir Path directory;

  private AbstractThrowableAssert<?, ?> refused(byte[] images) {
    return refused(images, LABELS);
  }

  private AbstractThrowableAssert<?, ?> refused(byte[] images, byte[] labels) {
    Path x = IdxFiles.write(directory, "images", images);
    Path y = IdxFiles.write(directory, "labels", labels);
    return assertThatThrownBy(() -> Dataset.idx(x, y))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(directory.toString());
  }

  @Test
  void namesAMissingFile() {
    Path labels = IdxFiles.write(directory, "labels", LABELS);
    assertThatThrownBy(() -> Dataset.idx(directory.resolve("none"), labels))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no file " + directory.resolve("none"));
  }

  @Test
  void refusesADirectory() {
    Path labels = IdxFiles.write(directory, "labels", LABELS);
    assertThatThrownBy(() -> Dataset.idx(directory, labels))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void refusesOtherFormats() {
    refused("P5 28 28 255".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hasMessageContaining("50 35 20 32");
    refused(IdxFiles.idx(0x0A, new int[] {2, 3}, new byte[6])).hasMessageContaining("00 00 0a 02");
    refused(new byte[] {0, 0, 8, 0}).hasMessageContaining("00 00 08 00");
    refused(new byte[0]).hasMessageContaining("ends after 0 bytes");
  }

  @Test
  void refusesTruncatedFiles() {
    for (int length = 0; length < IMAGES.length; length++) {
      byte[] cut = Arrays.copyOf(IMAGES, length);
      refused(cut).hasMessageContaining(length + " bytes; expected");
      refused(IdxFiles.gzip(cut)).hasMessageContaining("(inflated) ends after " + length);
    }
  }

  @Test
  void refusesTrailingBytes() {
    byte[] longer = IdxFiles.joined(IMAGES, (byte) 1);
    refused(longer).hasMessageContaining("has 19 bytes; expected 18");
    refused(IdxFiles.gzip(longer)).hasMessageContaining("goes on after 18 bytes");
    refused(IdxFiles.joined(IdxFiles.gzip(IMAGES), (byte) 1)).hasMessageContaining("not gzip");
  }

  @Test
  void refusesDamagedGzip() {
    byte[] gzip = IdxFiles.gzip(IMAGES);
    for (int length = 2; length < gzip.length; length++) {
      refused(Arrays.copyOf(gzip, length)).hasMessageContaining("ends too early");
    }
    byte[] wrongSum = gzip.clone();
    wrongSum[gzip.length - 8] ^= 1;
    refused(wrongSum).hasMessageContaining("checksum");
    byte[] wrongLength = gzip.clone();
    wrongLength[gzip.length - 1] ^= 1;
    refused(wrongLength).hasMessageContaining("length is wrong");
    byte[] wrongBlock = gzip.clone();
    wrongBlock[10] = 7;
    refused(wrongBlock).hasMessageContaining("damaged");
  }

  @Test
  void refusesOtherNumbersOfLabels() {
    refused(IMAGES, IdxFiles.idx(UNSIGNED, new int[] {3}, new byte[3]))
        .hasMessageContaining("2 images")
        .hasMessageContaining("3 labels");
  }

  @Test
  void refusesExchangedFiles() {
    refused(LABELS, IMAGES).hasMessageContaining("exchanged");
  }

  /** The header claims up to terabytes; the answer comes before any memory is taken for them. */
  @Test
  void refusesHostileSizes() {
    int huge = Integer.MAX_VALUE;
    byte[] labels = IdxFiles.idx(UNSIGNED, new int[] {huge}, (byte) 0);
    byte[] wide = IdxFiles.idx(UNSIGNED, new int[] {huge, huge}, (byte) 0);
    refused(wide, labels).hasMessageContaining("expected " + (8L + huge));
    refused(IdxFiles.gzip(wide), IdxFiles.gzip(labels)).hasMessageContaining("has 9 bytes");
    refused(IdxFiles.idx(UNSIGNED, new int[] {2, huge, 2})).hasMessageContaining("claims rows");
    refused(IdxFiles.idx(UNSIGNED, new int[] {2, 0})).hasMessageContaining("size 0");
    refused(IdxFiles.idx(UNSIGNED, new int[] {-1, 3})).hasMessageContaining("size 4294967295");
  }

  @Test
  void refusesNumbersThatAreNotFinite() {
    byte[] nan = ByteBuffer.allocate(8).putFloat(1).putFloat(Float.NaN).array();
    refused(IdxFiles.idx(0x0D, new int[] {2, 1}, nan)).hasMessageContaining("Row 1");
    byte[] large = ByteBuffer.allocate(16).putDouble(1e300).putDouble(1).array();
    refused(IdxFiles.idx(0x0E, new int[] {2, 1}, large)).hasMessageContaining("Infinity");
  }
}
