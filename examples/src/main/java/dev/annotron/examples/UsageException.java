package dev.annotron.examples;

/** The command line is not as it should be; the message says what is wrong and how to mend it. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message for the person who typed the command. */
  public UsageException(String message) {
    super(message);
  }
}
