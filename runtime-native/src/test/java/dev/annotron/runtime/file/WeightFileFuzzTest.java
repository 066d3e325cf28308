package dev.annotron.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.annotron.runtime.WeightFileException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changed at random, a valid file is still read or refused in words, and never costs much. */
class WeightFileFuzzTest {
  private static final long SEED = 42;
  private static final int CASES = 5_000;

  /** What a caller agrees to. */
  private static final long DATA_LIMIT = 1 << 16;

  /** That, the header in its several forms, buffers, and an exception. */
  private static final long MEMORY_LIMIT = 1 << 20;

  private static final String JSON_BYTES = "{}[]\",:\\0123456789-.eu F32\n";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path directory;

  @Test
  void readsOrRefuses() throws IOException {
    byte[] valid = valid();
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < CASES; i++) {
      byte[] mutated = mutate(valid, random);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      read += read(i, mutated) ? 1 : 0;
      long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
      assertThat(taken).as("memory of case %d of seed %d", i, SEED).isLessThan(MEMORY_LIMIT);
    }
    // Changed numbers are still numbers; a changed header mostly is no header.
    assertThat(read).isBetween(CASES / 20, CASES * 19 / 20);
  }

  private static boolean read(int number, byte[] bytes) {
    try {
      WeightFiles.read(bytes, WeightFiles.atMost(DATA_LIMIT));
      return true;
    } catch (WeightFileException e) {
      assertThat(e).hasMessageContaining("expected");
      return false;
    } catch (RuntimeException | Error e) {
      return fail("case %d of seed %d".formatted(number, SEED), e);
    }
  }

  private byte[] valid() throws IOException {
    Path file = directory.resolve("valid");
    Tensor kernel = WeightFiles.tensor("hidden/kernel", List.of(4, 8), new float[32]);
    Tensor bias = WeightFiles.tensor("hidden/bias", List.of(8), new float[8]);
    Map<String, String> metadata = Map.of("format", "annotron \"1\"");
    WeightFile.write(file, metadata, List.of(kernel, bias));
    byte[] bytes = Files.readAllBytes(file);
    assertThat(read(-1, bytes)).isTrue();
    return bytes;
  }

  private static byte[] mutate(byte[] valid, Random random) {
    byte[] bytes = valid.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) JSON_BYTES.charAt(random.nextInt(JSON_BYTES.length()));
        case 3 ->
            bytes[random.nextInt(Math.min(Long.BYTES, bytes.length))] = (byte) random.nextInt(256);
        default -> bytes = cutOrRepeat(bytes, at, random);
      }
    }
    return bytes;
  }

  private static byte[] cutOrRepeat(byte[] bytes, int at, Random random) {
    if (random.nextBoolean()) {
      return Arrays.copyOf(bytes, Math.max(at, 1));
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
    System.arraycopy(bytes, at, longer, longer.length - (bytes.length - at), bytes.length - at);
    return longer;
  }
}
