package dev.annotron.progress;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * A terminal of which only a carriage return is expected.
 *
 * <p>The library's own consumers ask JLine about the terminal, which unpacks a native library into
 * the temporary directory; this one leaves all of that alone.
 */
final class Screen {
  private final PrintStream out;
  private final int width;
  private int shown;

  Screen(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  /** What bars are made of: blocks where the stream can write them. */
  char block() {
    return StandardCharsets.UTF_8.equals(out.charset()) ? '█' : '=';
  }

  /** Where a bar is drawn: over and over on one line, from the library's thread. */
  ProgressBarConsumer line() {
    return new ProgressBarConsumer() {
      @Override
      public int getMaxRenderedLength() {
        // The last column stays free, where some terminals would begin a new line.
        return width - 1;
      }

      @Override
      public void accept(String bar) {
        draw(bar);
      }

      @Override
      public void close() {
        // The line stays; print or keep says what becomes of it.
      }
    };
  }

  private synchronized void draw(String text) {
    String blanks = " ".repeat(Math.max(0, shown - text.length()));
    out.print("\r" + text + blanks);
    out.flush();
    shown = text.length();
  }

  /** Puts a whole line in place of the bar. */
  synchronized void print(String text) {
    String blanks = " ".repeat(Math.max(0, shown - text.length()));
    out.println((shown > 0 ? "\r" : "") + text + blanks);
    shown = 0;
  }

  /** Leaves the bar as it is, and goes on below. */
  synchronized void keep() {
    out.println();
    shown = 0;
  }
}
