package dev.annotron.runtime.file;

import dev.annotron.runtime.WeightFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads one weight file from a stream. */
final class WeightReader {
  /** Enough for tens of thousands of tensors; no file makes us take more than a few times this. */
  private static final long HEADER_LIMIT = 1 << 22;

  private final InputStream in;
  private final String source;
  private final long available;

  /**
   * @param source what messages call the file
   * @param available the size of the file; {@link Long#MAX_VALUE} if it is not known
   */
  WeightReader(InputStream in, String source, long available) {
    this.in = in;
    this.source = source;
    this.available = available;
  }

  WeightFile.Contents read(WeightFile.Check check) throws IOException {
    long length = headerLength();
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw truncated("its header", Long.BYTES + bytes.length, Long.BYTES + length);
    }
    Header header = new HeaderParser(HeaderJson.of(bytes, source), source).parse();
    checkSize(Long.BYTES + length, header.dataBytes());
    check.accept(header);
    List<Tensor> tensors = tensors(header, Long.BYTES + length);
    if (in.read() >= 0) {
      throw tooLong(Long.BYTES + length + header.dataBytes());
    }
    return new WeightFile.Contents(header.metadata(), tensors);
  }

  private long headerLength() throws IOException {
    byte[] bytes = in.readNBytes(Long.BYTES);
    if (bytes.length < Long.BYTES) {
      throw truncated("the length of its header", bytes.length, Long.BYTES);
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > HEADER_LIMIT || length > available - Long.BYTES) {
      throw new WeightFileException(
          source + " claims a header of " + Long.toUnsignedString(length) + " bytes",
          "2 to " + Math.clamp(available - Long.BYTES, 2, HEADER_LIMIT),
          "It is damaged or not a safetensors file; save it again.");
    }
    return length;
  }

  private void checkSize(long before, long data) {
    if (available == Long.MAX_VALUE) {
      return;
    }
    long expected = before + data;
    if (available < expected) {
      throw truncated("its numbers", available, expected);
    }
    if (available > expected) {
      throw tooLong(expected);
    }
  }

  private List<Tensor> tensors(Header header, long start) throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    long at = start;
    for (Header.Entry entry : header.entries()) {
      long bytes = entry.floats() * Float.BYTES;
      TensorData data = TensorData.allocate(entry.floats());
      long found = data.read(in);
      if (found < bytes) {
        throw truncated("tensor " + HeaderJson.quote(entry.name()), at + found, at + bytes);
      }
      tensors.add(new Tensor(entry.name(), entry.shape(), data.segment()));
      at += bytes;
    }
    return List.copyOf(tensors);
  }

  private WeightFileException truncated(String where, long found, long expected) {
    return new WeightFileException(
        source + " ends within " + where + ": found " + found + " bytes",
        "at least " + expected,
        "It is incomplete; copy or save it again.");
  }

  private WeightFileException tooLong(long expected) {
    return new WeightFileException(
        source + " goes on after its last tensor",
        "exactly " + expected + " bytes",
        "It is damaged; copy or save it again.");
  }
}
