package dev.annotron.runtime;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads images and their labels from IDX files, in chunks, straight into the blocks of a data set.
 * The format: {@code http://yann.lecun.com/exdb/mnist/}, at the end.
 */
final class IdxDataset {
  private static final int CHUNK = 1 << 14;

  private IdxDataset() {}

  static DatasetBlock read(Path images, Path labels) {
    try (IdxSource x = IdxSource.open(images);
        IdxSource y = IdxSource.open(labels)) {
      IdxHeader xHeader = IdxHeader.read(x);
      IdxHeader yHeader = IdxHeader.read(y);
      checkPair(images, xHeader, labels, yHeader);
      DatasetMemory targets = values(y, yHeader, 1);
      DatasetMemory features = values(x, xHeader, xHeader.type().scale());
      return new DatasetBlock(
          xHeader.count(),
          xHeader.rowSize(),
          yHeader.rowSize(),
          features,
          targets,
          DatasetBlock.Names.NONE);
    } catch (IOException e) {
      throw IdxSource.unreadable(images + " or " + labels, e);
    }
  }

  private static void checkPair(Path images, IdxHeader x, Path labels, IdxHeader y) {
    if (x.dimensions() < 2) {
      throw new DataException(
          images + " has 1 dimension",
          "2 or more for images, the first of them their number",
          "Are the two files exchanged?");
    }
    if (x.count() != y.count()) {
      throw new DataException(
          images + " has " + x.count() + " images and " + labels + " has " + y.count() + " labels",
          "one label for each image",
          "Use files that belong together.");
    }
  }

  /** Reads all elements, divided by {@code scale}, and checks that the file ends there. */
  private static DatasetMemory values(IdxSource source, IdxHeader header, float scale) {
    long elements = header.elements();
    source.proveLength(header.byteSize(), elements);
    DatasetMemory block = DatasetMemory.allocate(elements);
    byte[] bytes = new byte[CHUNK * header.type().size()];
    float[] floats = new float[CHUNK];
    for (long at = 0; at < elements; at += CHUNK) {
      int count = (int) Math.min(CHUNK, elements - at);
      source.read(bytes, count * header.type().size());
      header.type().decode(bytes, floats, count, scale);
      block.write(floats, count, at);
    }
    source.expectEnd();
    if (header.type().mayBeNotFinite()) {
      DatasetChecks.finite("number (of " + source.path() + ")", block, header.rowSize());
    }
    return block;
  }
}
