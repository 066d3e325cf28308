package dev.annotron.runtime;

import org.jspecify.annotations.Nullable;

/** A data set, or a file of one, that cannot be used as it is. */
@SuppressWarnings("exports") // Of @Nullable: who requires us may do without JSpecify.
public final class DataException extends AnnotronException {
  private static final long serialVersionUID = 1L;

  /** See {@link AnnotronException#AnnotronException(String, String, String)}. */
  public DataException(String found, String expected, String mend) {
    super(found, expected, mend);
  }

  /** As {@link #DataException(String, String, String)}, with the exception behind it. */
  public DataException(String found, String expected, String mend, @Nullable Throwable cause) {
    super(found, expected, mend, cause);
  }

  /** See {@link AnnotronException#AnnotronException(String, Throwable)}. */
  public DataException(String message) {
    super(message, null);
  }

  /** See {@link AnnotronException#AnnotronException(String, Throwable)}. */
  public DataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
