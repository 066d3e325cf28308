package dev.annotron.report;

import dev.annotron.runtime.AnnotronException;

/** Something cannot be drawn: a training without epochs, images of another size, and the like. */
public final class ReportException extends AnnotronException {
  private static final long serialVersionUID = 1L;

  /** See {@link AnnotronException#AnnotronException(String, String, String)}. */
  public ReportException(String found, String expected, String mend) {
    super(found, expected, mend);
  }

  /** As {@link #ReportException(String, String, String)}, with the error behind it. */
  ReportException(String found, String expected, String mend, Throwable cause) {
    super(found, expected, mend, cause);
  }

  /** Throws unless {@code right}; the texts are those of the constructor. */
  static void check(boolean right, String found, String expected, String mend) {
    if (!right) {
      throw new ReportException(found, expected, mend);
    }
  }
}
