package dev.annotron.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of an IDX file, inflated if it is gzipped; each error names the file. */
final class IdxSource implements AutoCloseable {
  /**
   * Memory of this many times the file's size is taken on the header's word, about three times what
   * MNIST needs; before taking more, the whole file is inflated once to see that it is true.
   */
  private static final long TRUSTED_RATIO = 64;

  private final Path path;
  private final InputStream in;
  private final boolean gzipped;
  private final long fileSize;
  private long done;

  private IdxSource(Path path, InputStream in, boolean gzipped, long fileSize) {
    this.path = path;
    this.in = in;
    this.gzipped = gzipped;
    this.fileSize = fileSize;
  }

  static IdxSource open(Path path) {
    try {
      boolean gzipped = isGzipped(path);
      long size = Files.size(path);
      InputStream raw = Files.newInputStream(path);
      return new IdxSource(path, gzipped ? new IdxGzip(raw) : raw, gzipped, size);
    } catch (NoSuchFileException e) {
      throw new DataException("There is no file " + path, "an IDX file", "Check the path.", e);
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  Path path() {
    return path;
  }

  private static boolean isGzipped(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == IdxGzip.MAGIC_1 && in.read() == IdxGzip.MAGIC_2;
    }
  }

  static DataException unreadable(String what, IOException cause) {
    return new DataException(
        what + " cannot be read: " + cause.getMessage(),
        "a whole IDX file, plain or gzipped",
        "Check the file, or fetch it again.",
        cause);
  }

  /** An error that says what is wrong with this file. */
  DataException damaged(String what, String expected, String mend) {
    return new DataException(path + " " + what, expected, mend);
  }

  /** Reads exactly {@code count} bytes. */
  void read(byte[] to, int count) {
    int found;
    try {
      found = in.readNBytes(to, 0, count);
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
    done += found;
    if (found < count) {
      throw wrongLength("ends after " + done + " bytes", done + (count - found), "at least ");
    }
  }

  /**
   * Makes sure, before memory is taken for {@code floats} floats, that {@code bytes} more bytes are
   * really there, or at least that the memory is in proportion to the file.
   */
  void proveLength(long bytes, long floats) {
    boolean trusted =
        floats <= DatasetMemory.HEAP_FLOATS || floats / TRUSTED_RATIO * Float.BYTES <= fileSize;
    if (gzipped && trusted) {
      return;
    }
    long expected = bytes > Long.MAX_VALUE - done ? Long.MAX_VALUE : done + bytes;
    long found = gzipped ? inflatedSize(expected) : fileSize;
    if (found != expected) {
      throw wrongLength("has " + found + " bytes", expected, "");
    }
  }

  /** The size of the inflated file, or a little more than {@code limit} if it is larger. */
  private long inflatedSize(long limit) {
    byte[] buffer = new byte[1 << 16];
    try (InputStream again = new IdxGzip(Files.newInputStream(path))) {
      long size = 0;
      for (int n = again.read(buffer); n >= 0 && size <= limit; n = again.read(buffer)) {
        size += n;
      }
      return size;
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  /** Makes sure that nothing follows. */
  void expectEnd() {
    try {
      if (in.read() >= 0) {
        throw wrongLength("goes on after " + done + " bytes", done, "");
      }
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  private DataException wrongLength(String found, long expected, String least) {
    return damaged(
        (gzipped ? "(inflated) " : "") + found,
        least + expected + " bytes as its header says",
        "It is damaged or incomplete; fetch it again.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
