package dev.annotron.runtime;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The element types of IDX files; all big-endian. */
enum IdxType {
  UNSIGNED_BYTE(0x08, 1),
  BYTE(0x09, 1),
  SHORT(0x0B, 2),
  INT(0x0C, 4),
  FLOAT(0x0D, 4),
  DOUBLE(0x0E, 8);

  private final int code;
  private final int size;

  IdxType(int code, int size) {
    this.code = code;
    this.size = size;
  }

  static @Nullable IdxType byCode(int code) {
    for (IdxType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }

  /** The bytes of an element. */
  int size() {
    return size;
  }

  /** What images of this type are divided by, so that a grey level lies from 0 to 1. */
  float scale() {
    return this == UNSIGNED_BYTE ? 255 : 1;
  }

  /** Whether an element can be NaN or infinity, or too large for a float32. */
  boolean mayBeNotFinite() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Decodes {@code count} elements and divides each by {@code scale}. */
  void decode(byte[] from, float[] to, int count, float scale) {
    ByteBuffer buffer = ByteBuffer.wrap(from);
    switch (this) {
      case UNSIGNED_BYTE -> unsigned(from, to, count, scale);
      case BYTE -> {
        for (int i = 0; i < count; i++) {
          to[i] = from[i] / scale;
        }
      }
      case SHORT -> {
        for (int i = 0; i < count; i++) {
          to[i] = buffer.getShort(i * Short.BYTES) / scale;
        }
      }
      case INT -> {
        for (int i = 0; i < count; i++) {
          to[i] = buffer.getInt(i * Integer.BYTES) / scale;
        }
      }
      case FLOAT -> {
        for (int i = 0; i < count; i++) {
          to[i] = buffer.getFloat(i * Float.BYTES) / scale;
        }
      }
      case DOUBLE -> {
        for (int i = 0; i < count; i++) {
          to[i] = (float) (buffer.getDouble(i * Double.BYTES) / scale);
        }
      }
    }
  }

  private static void unsigned(byte[] from, float[] to, int count, float scale) {
    for (int i = 0; i < count; i++) {
      to[i] = (from[i] & 0xFF) / scale;
    }
  }
}
