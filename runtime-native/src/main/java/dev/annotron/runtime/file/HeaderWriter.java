package dev.annotron.runtime.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the header of a weight file: its length and its JSON. */
final class HeaderWriter {
  private static final int ALIGNMENT = 8;

  private final StringBuilder json = new StringBuilder("{");
  private final Set<String> names = new HashSet<>(Set.of(Header.METADATA));
  private long offset;

  private HeaderWriter() {}

  /** Everything before the first tensor. */
  static byte[] bytes(Map<String, String> metadata, List<Tensor> tensors) {
    HeaderWriter writer = new HeaderWriter();
    if (!metadata.isEmpty()) {
      writer.metadata(metadata);
    }
    for (Tensor tensor : tensors) {
      writer.tensor(tensor);
    }
    return padded(writer.json.append('}').toString().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] padded(byte[] json) {
    int length = Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT;
    byte[] bytes = new byte[Long.BYTES + length];
    Arrays.fill(bytes, (byte) ' ');
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(json);
    return bytes;
  }

  private void metadata(Map<String, String> metadata) {
    string(Header.METADATA);
    json.append(":{");
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      comma();
      string(entry.getKey());
      json.append(':');
      string(entry.getValue());
    }
    json.append('}');
  }

  private void tensor(Tensor tensor) {
    if (!names.add(tensor.name())) {
      throw new IllegalArgumentException(
          "Two tensors cannot be called " + tensor.name() + ", nor one " + Header.METADATA + ".");
    }
    comma();
    string(tensor.name());
    json.append(":{\"dtype\":\"F32\",\"shape\":[");
    for (int size : tensor.shape()) {
      comma();
      json.append(size);
    }
    long end = offset + tensor.data().byteSize();
    json.append("],\"data_offsets\":[").append(offset).append(',').append(end).append("]}");
    offset = end;
  }

  /** A comma, except at the beginning of an object or array. */
  private void comma() {
    char last = json.charAt(json.length() - 1);
    if (last != '{' && last != '[') {
      json.append(',');
    }
  }

  private void string(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    json.append('"');
  }

  private void character(char c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append(c);
    } else if (c < ' ' || Character.isSurrogate(c)) {
      String hex = Integer.toHexString(c);
      json.append("\\u").repeat('0', 4 - hex.length()).append(hex);
    } else {
      json.append(c);
    }
  }
}
