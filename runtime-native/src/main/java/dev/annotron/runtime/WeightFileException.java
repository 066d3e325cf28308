package dev.annotron.runtime;

import org.jspecify.annotations.Nullable;

/** A weight file that cannot be used: truncated, damaged, hostile, or of another format. */
@SuppressWarnings("exports") // Of @Nullable: who requires us may do without JSpecify.
public final class WeightFileException extends AnnotronException {
  private static final long serialVersionUID = 1L;

  /** See {@link AnnotronException#AnnotronException(String, String, String)}. */
  public WeightFileException(String found, String expected, String mend) {
    super(found, expected, mend);
  }

  /** As {@link #WeightFileException(String, String, String)}, with the exception behind it. */
  public WeightFileException(
      String found, String expected, String mend, @Nullable Throwable cause) {
    super(found, expected, mend, cause);
  }
}
