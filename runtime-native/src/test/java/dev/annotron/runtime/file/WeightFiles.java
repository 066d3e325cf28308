package dev.annotron.runtime.file;

import dev.annotron.runtime.WeightFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes weight files for tests. */
final class WeightFiles {
  static final WeightFile.Check ANY = header -> {};

  private WeightFiles() {}

  /** Refuses more than {@code bytes} of numbers. */
  static WeightFile.Check atMost(long bytes) {
    return header -> {
      if (header.dataBytes() > bytes) {
        throw new WeightFileException(
            "the file holds " + header.dataBytes() + " bytes", "at most " + bytes, "Use another.");
      }
    };
  }

  static Tensor tensor(String name, List<Integer> shape, float... values) {
    return new Tensor(name, shape, MemorySegment.ofArray(values));
  }

  /** A file of any header and any number of zero floats. */
  static byte[] file(String header, int floats) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length + floats * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  static WeightFile.Contents read(byte[] bytes, WeightFile.Check check) {
    try {
      return WeightFile.read(new ByteArrayInputStream(bytes), check);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
