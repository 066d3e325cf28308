package dev.annotron.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Inflates gzip (RFC 1952), strictly: {@link java.util.zip.GZIPInputStream} takes whatever follows
 * the end of the data for padding and says nothing.
 */
final class IdxGzip extends InputStream {
  static final int MAGIC_1 = 0x1F;
  static final int MAGIC_2 = 0x8B;

  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] compressed = new byte[1 << 16];
  private int at;
  private int limit;
  private State state = State.BEFORE_MEMBER;

  private enum State {
    BEFORE_MEMBER,
    IN_MEMBER,
    ENDED
  }

  IdxGzip(InputStream in) {
    this.in = in;
  }

  private void readHeader() throws IOException {
    if (next() != MAGIC_1 || next() != MAGIC_2 || next() != DEFLATE) {
      throw new ZipException("what follows the gzipped data is not gzip");
    }
    int flags = next();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // The text ends with a zero.
    }
  }

  private int next() throws IOException {
    if (!hasNext()) {
      throw new EOFException("the gzipped data ends too early");
    }
    return compressed[at++] & 0xFF;
  }

  /** Whether there is another compressed byte; if so it is in the buffer. */
  private boolean hasNext() throws IOException {
    if (at == limit) {
      at = 0;
      limit = Math.max(0, in.read(compressed));
    }
    return at < limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (state != State.ENDED) {
      if (state == State.BEFORE_MEMBER) {
        beginMember();
      }
      int count = inflate(to, offset, length);
      if (count > 0) {
        checksum.update(to, offset, count);
        return count;
      }
      advance();
    }
    return -1;
  }

  private void beginMember() throws IOException {
    readHeader();
    inflater.reset();
    inflater.setInput(compressed, at, limit - at);
    checksum.reset();
    state = State.IN_MEMBER;
  }

  private int inflate(byte[] to, int offset, int length) throws IOException {
    try {
      return inflater.inflate(to, offset, length);
    } catch (DataFormatException e) {
      throw damaged(e.getMessage());
    }
  }

  /** Gives the inflater what it waits for. */
  private void advance() throws IOException {
    at = limit - inflater.getRemaining();
    if (inflater.finished()) {
      endMember();
    } else if (inflater.needsDictionary()) {
      throw damaged("it asks for a dictionary");
    } else if (hasNext()) {
      inflater.setInput(compressed, at, limit - at);
    } else {
      throw new EOFException("the gzipped data ends too early");
    }
  }

  /** Checks checksum and length; after them the file ends or another member begins. */
  private void endMember() throws IOException {
    if (nextInt() != (int) checksum.getValue()) {
      throw damaged("its checksum is wrong");
    }
    if (nextInt() != (int) inflater.getBytesWritten()) {
      throw damaged("its length is wrong");
    }
    state = hasNext() ? State.BEFORE_MEMBER : State.ENDED;
  }

  private int nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private static ZipException damaged(@Nullable String why) {
    return new ZipException("the gzipped data is damaged: " + why);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
