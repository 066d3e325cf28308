package dev.annotron.peers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A message in the wire format of Protocol Buffers, as far as a small ONNX model needs it. */
final class Proto {
  private static final int VARINT = 0;
  private static final int BYTES = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Adds a whole number. */
  Proto add(int field, long value) {
    varint((long) field << 3 | VARINT);
    varint(value);
    return this;
  }

  /** Adds a text. */
  Proto add(int field, String text) {
    return add(field, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a message. */
  Proto add(int field, Proto message) {
    return add(field, message.bytes());
  }

  /** Adds floats as bytes, least significant first. */
  Proto add(int field, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return add(field, bytes.array());
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private Proto add(int field, byte[] bytes) {
    varint((long) field << 3 | BYTES);
    varint(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  private void varint(long value) {
    for (; (value & ~0x7fL) != 0; value >>>= 7) {
      out.write((int) (value & 0x7f | 0x80));
    }
    out.write((int) value);
  }
}
