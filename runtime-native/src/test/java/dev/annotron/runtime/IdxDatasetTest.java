package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxDatasetTest {
  private static final int UNSIGNED = 0x08;
  private static final byte[] LABELS = IdxFiles.idx(UNSIGNED, new int[] {2}, (byte) 7, (byte) 200);

  @TempDir Path directory;

  private Dataset read(byte[] images, byte[] labels) {
    // The names mislead on purpose: only the content counts.
    return Dataset.idx(
        IdxFiles.write(directory, "images.gz", images),
        IdxFiles.write(directory, "labels.txt", labels));
  }

  private static byte[] images() {
    return IdxFiles.idx(
        UNSIGNED, new int[] {2, 2, 2}, new byte[] {0, 51, (byte) 255, 1, (byte) 128, 2, 3, 4});
  }

  @Test
  void scalesPixelsAndKeepsLabels() {
    Dataset data = read(images(), LABELS);

    assertThat(data.size()).isEqualTo(2);
    assertThat(data.featureCount()).isEqualTo(4);
    assertThat(data.x(0)).containsExactly(0, 51 / 255f, 1, 1 / 255f);
    assertThat(data.x(1)[0]).isEqualTo(128 / 255f);
    assertThat(data.y(0)).containsExactly(7);
    assertThat(data.y(1)).containsExactly(200);
  }

  @Test
  void inflatesWhatIsGzipped() {
    Dataset data = read(IdxFiles.gzip(images()), IdxFiles.gzip(LABELS));

    assertThat(data.x(0)).containsExactly(0, 51 / 255f, 1, 1 / 255f);
    assertThat(data.y(1)).containsExactly(200);
  }

  @Test
  void readsGzipInSeveralMembers() {
    byte[] plain = images();
    byte[] first = IdxFiles.gzip(java.util.Arrays.copyOf(plain, 18));
    byte[] second = IdxFiles.gzip(java.util.Arrays.copyOfRange(plain, 18, plain.length));

    assertThat(read(IdxFiles.joined(first, second), LABELS).x(1))
        .containsExactly(128 / 255f, 2 / 255f, 3 / 255f, 4 / 255f);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsSetsLargerThanAllBuffers(boolean gzipped) {
    int rows = 700;
    byte[] pixels = new byte[rows * 1000];
    new Random(5).nextBytes(pixels);
    byte[] images = IdxFiles.idx(UNSIGNED, new int[] {rows, 10, 100}, pixels);
    byte[] labels = IdxFiles.idx(UNSIGNED, new int[] {rows}, new byte[rows]);

    Dataset data = read(gzipped ? IdxFiles.gzip(images) : images, labels);

    assertThat(data.features().isNative()).isTrue();
    for (int i = 0; i < rows; i++) {
      float[] row = data.x(i);
      for (int j = 0; j < row.length; j++) {
        if (row[j] != (pixels[i * 1000 + j] & 0xFF) / 255f) {
          assertThat(row[j]).as("%d, %d", i, j).isEqualTo((pixels[i * 1000 + j] & 0xFF) / 255f);
        }
      }
    }
  }

  /** Compresses a thousandfold, so that its length is counted before memory is taken. */
  @Test
  void readsVeryRegularImages() {
    byte[] images = IdxFiles.idx(UNSIGNED, new int[] {500, 1000}, new byte[500_000]);
    byte[] labels = IdxFiles.idx(UNSIGNED, new int[] {500}, new byte[500]);

    assertThat(read(IdxFiles.gzip(images), labels).size()).isEqualTo(500);
  }

  @Test
  void readsTheOtherTypesAsTheyAre() {
    assertThat(one(0x09, new byte[] {-3})).isEqualTo(-3);
    assertThat(one(0x0B, ByteBuffer.allocate(2).putShort((short) -300).array())).isEqualTo(-300);
    assertThat(one(0x0C, ByteBuffer.allocate(4).putInt(70_000).array())).isEqualTo(70_000);
    assertThat(one(0x0D, ByteBuffer.allocate(4).putFloat(0.1f).array())).isEqualTo(0.1f);
    assertThat(one(0x0E, ByteBuffer.allocate(8).putDouble(0.1).array())).isEqualTo(0.1f);
  }

  private float one(int type, byte[] element) {
    byte[] labels = IdxFiles.idx(UNSIGNED, new int[] {1}, (byte) 0);
    return read(IdxFiles.idx(type, new int[] {1, 1}, element), labels).x(0)[0];
  }

  @Test
  void takesLabelsOfSeveralNumbers() {
    byte[] labels = IdxFiles.idx(UNSIGNED, new int[] {2, 3}, new byte[] {1, 2, 3, 4, 5, 6});

    assertThat(read(images(), labels).y(1)).containsExactly(4, 5, 6);
  }
}
