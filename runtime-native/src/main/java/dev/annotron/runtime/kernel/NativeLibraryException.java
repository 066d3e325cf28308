package dev.annotron.runtime.kernel;

/** The native library was required and cannot be used, or one of its kernels failed. */
public final class NativeLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was tried and what would help. */
  public NativeLibraryException(String message) {
    super(message);
  }
}
