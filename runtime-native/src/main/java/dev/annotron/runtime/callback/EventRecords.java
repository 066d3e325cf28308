package dev.annotron.runtime.callback;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Events as TensorBoard reads them: <a
 * href="https://www.tensorflow.org/tutorials/load_data/tfrecord">TFRecords</a>, each a length, its
 * checksum, a protocol buffer and its checksum. Of the message {@code Event} there are {@code
 * wall_time = 1}, {@code step = 2}, {@code file_version = 3} and {@code summary = 5}, whose {@code
 * value = 1} has {@code tag = 1} and {@code simple_value = 2}.
 */
final class EventRecords {
  private static final int MASK_DELTA = 0xa282ead8;

  /** Wire types of protocol buffers. */
  private static final int VARINT = 0;

  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private final double seconds;
  private final long step;

  /** Events of one moment. */
  EventRecords(double seconds, long step) {
    this.seconds = seconds;
    this.step = step;
  }

  /** What a file begins with. */
  static byte[] version(double seconds) {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    wallTime(event, seconds);
    message(event, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    frame(file, event.toByteArray());
    return file.toByteArray();
  }

  /** Adds a value. */
  void scalar(String tag, float value) {
    ByteArrayOutputStream scalar = new ByteArrayOutputStream();
    message(scalar, 1, tag.getBytes(StandardCharsets.UTF_8));
    key(scalar, 2, FIXED32);
    scalar.writeBytes(little(Float.BYTES).putFloat(value).array());
    ByteArrayOutputStream summary = new ByteArrayOutputStream();
    message(summary, 1, scalar.toByteArray());
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    wallTime(event, seconds);
    key(event, 2, VARINT);
    varint(event, step);
    message(event, 5, summary.toByteArray());
    frame(records, event.toByteArray());
  }

  byte[] bytes() {
    return records.toByteArray();
  }

  private static void wallTime(ByteArrayOutputStream event, double seconds) {
    key(event, 1, FIXED64);
    event.writeBytes(little(Double.BYTES).putDouble(seconds).array());
  }

  private static void message(ByteArrayOutputStream out, int field, byte[] content) {
    key(out, field, LENGTH);
    varint(out, content.length);
    out.writeBytes(content);
  }

  private static void key(ByteArrayOutputStream out, int field, int type) {
    varint(out, ((long) field << 3) | type);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >>> 7 != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static void frame(ByteArrayOutputStream out, byte[] content) {
    byte[] length = little(Long.BYTES).putLong(content.length).array();
    out.writeBytes(length);
    out.writeBytes(little(Integer.BYTES).putInt(checksum(length)).array());
    out.writeBytes(content);
    out.writeBytes(little(Integer.BYTES).putInt(checksum(content)).array());
  }

  /** CRC-32C, masked so that checksums of checksums stay good. */
  static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
