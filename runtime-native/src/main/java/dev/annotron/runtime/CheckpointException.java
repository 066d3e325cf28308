package dev.annotron.runtime;

/** A checkpoint could not be written or read; the system's own exception is the cause. */
public final class CheckpointException extends AnnotronException {
  private static final long serialVersionUID = 1L;

  /**
   * Made by {@link Model#fit}.
   *
   * @param cause says what was found, what was expected and how to mend it
   */
  public CheckpointException(java.io.IOException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
