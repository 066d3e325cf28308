package dev.annotron.runtime.file;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.text.MemoryLimit;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** Moves float32 between memory, in native order, and files, in little-endian order. */
record TensorData(MemorySegment segment) {
  /** Above this many floats (1 MiB) a tensor is read to memory outside the heap. */
  private static final int HEAP_FLOATS = 1 << 18;

  /** The floats moved at a time. */
  private static final int CHUNK = 1 << 13;

  static TensorData allocate(long floats) {
    if (floats <= HEAP_FLOATS) {
      return new TensorData(MemorySegment.ofArray(new float[(int) floats]));
    }
    long bytes = floats * Float.BYTES;
    try {
      return new TensorData(Arena.ofAuto().allocate(bytes, Float.BYTES));
    } catch (OutOfMemoryError e) {
      String what = "A tensor of the weight file";
      throw new AnnotronException(MemoryLimit.message(what, bytes, "Load fewer models."), e);
    }
  }

  private long floats() {
    return segment.byteSize() / Float.BYTES;
  }

  /** Fills the memory from a stream; returns how many bytes there were. */
  long read(InputStream in) throws IOException {
    byte[] bytes = new byte[CHUNK * Float.BYTES];
    FloatBuffer decoded = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] chunk = new float[CHUNK];
    for (long at = 0; at < floats(); at += CHUNK) {
      int count = (int) Math.min(CHUNK, floats() - at);
      int found = in.readNBytes(bytes, 0, count * Float.BYTES);
      if (found < count * Float.BYTES) {
        return at * Float.BYTES + found;
      }
      decoded.get(0, chunk, 0, count);
      long offset = at * Float.BYTES;
      MemorySegment.copy(chunk, 0, segment, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, count);
    }
    return segment.byteSize();
  }

  private void write(WritableByteChannel out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    float[] chunk = new float[CHUNK];
    for (long at = 0; at < floats(); at += CHUNK) {
      int count = (int) Math.min(CHUNK, floats() - at);
      long offset = at * Float.BYTES;
      MemorySegment.copy(segment, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, chunk, 0, count);
      bytes.clear().asFloatBuffer().put(chunk, 0, count);
      writeAll(out, bytes.limit(count * Float.BYTES));
    }
  }

  /** Writes a whole file. */
  static void write(WritableByteChannel out, byte[] header, List<Tensor> tensors)
      throws IOException {
    writeAll(out, ByteBuffer.wrap(header));
    for (Tensor tensor : tensors) {
      new TensorData(tensor.data()).write(out);
    }
  }

  private static void writeAll(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
