package dev.annotron.runtime;

import java.nio.ByteBuffer;

/**
 * What an IDX file says about itself.
 *
 * @param dimensions how many dimensions there are, the first included
 * @param count the first dimension: the number of rows
 * @param rowSize the product of the others; 1 if there are none
 */
record IdxHeader(IdxType type, int dimensions, int count, int rowSize) {

  /** Four bytes: 0, 0, type, number of dimensions; then each dimension as a big-endian int. */
  static IdxHeader read(IdxSource source) {
    byte[] bytes = new byte[Integer.BYTES];
    source.read(bytes, bytes.length);
    IdxType type = IdxType.byCode(bytes[2]);
    int dimensions = bytes[3];
    if (bytes[0] != 0 || bytes[1] != 0 || type == null || dimensions < 1) {
      throw source.damaged(
          "begins with the bytes " + hex(bytes),
          "00 00, an element type (08, 09, 0b, 0c, 0d or 0e) and the number of dimensions",
          "Is it an IDX file?");
    }
    int count = dimension(source, 0);
    long rowSize = 1;
    for (int i = 1; i < dimensions; i++) {
      rowSize *= dimension(source, i);
      if (rowSize > Integer.MAX_VALUE) {
        throw source.damaged(
            "claims rows of " + rowSize + " numbers or more",
            "at most " + Integer.MAX_VALUE,
            "It is damaged; fetch it again.");
      }
    }
    return new IdxHeader(type, dimensions, count, (int) rowSize);
  }

  private static int dimension(IdxSource source, int index) {
    byte[] bytes = new byte[Integer.BYTES];
    source.read(bytes, bytes.length);
    int dimension = ByteBuffer.wrap(bytes).getInt();
    if (dimension < 1) {
      throw source.damaged(
          "claims the size " + Integer.toUnsignedString(dimension) + " for dimension " + index,
          "1 to " + Integer.MAX_VALUE,
          "It is damaged; fetch it again.");
    }
    return dimension;
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
    }
    return text.toString();
  }

  /** The numbers in the file: below 2 to the 62nd. */
  long elements() {
    return (long) count * rowSize;
  }

  /** The bytes that they take in the file; the largest long if they are even more. */
  long byteSize() {
    boolean fits = elements() <= Long.MAX_VALUE / type.size();
    return fits ? elements() * type.size() : Long.MAX_VALUE;
  }
}
