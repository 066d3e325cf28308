package dev.annotron.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Something that the caller can mend: the message says what was found, what was expected, and how
 * to mend it.
 */
@SuppressWarnings("exports") // Of @Nullable: who requires us may do without JSpecify.
public class AnnotronException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception from the three parts of a good message.
   *
   * @param found what was found, without a full stop
   * @param expected what was expected, without a full stop
   * @param mend how to mend it: a whole sentence
   */
  public AnnotronException(String found, String expected, String mend) {
    this(found, expected, mend, null);
  }

  /** As {@link #AnnotronException(String, String, String)}, with the exception behind it. */
  public AnnotronException(String found, String expected, String mend, @Nullable Throwable cause) {
    super(message(found, expected, mend), cause);
  }

  /** An exception with a whole message that says found, expected and mend in its own words. */
  public AnnotronException(String message) {
    super(message);
  }

  /** The same, with the exception behind it. */
  public AnnotronException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The text {@code "found; expected expected. mend"}, as all messages of the runtime read. */
  public static String message(String found, String expected, String mend) {
    return found + "; expected " + expected + ". " + mend;
  }
}
