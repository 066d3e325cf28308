package dev.annotron.runtime.network;

/**
 * Work memory for calls of a {@link Program}.
 *
 * @param memory the floats
 * @param rows the samples for which there is room
 */
record Workspace<S>(S memory, int rows) {

  /** The floats that one call should need at most (4 MB), if the caller may choose the rows. */
  private static final long ROOM = 1L << 20;

  /** More rows than this make no product faster. */
  private static final int ROWS = 1024;

  /**
   * Allocates room for {@code rows} samples.
   *
   * @throws IllegalArgumentException if that is more than an array can hold
   */
  static <S> Workspace<S> of(Storage<S> storage, Layout layout, int rows) {
    long floats = layout.floats(rows);
    if (floats > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a batch of "
              + rows
              + " samples needs work memory of "
              + floats
              + " floats; expected at most "
              + (Integer.MAX_VALUE - 8)
              + ". Use a batch of at most "
              + (Integer.MAX_VALUE - 8 - layout.shared()) / Math.max(1, layout.size())
              + " samples.");
    }
    return new Workspace<>(storage.allocate(floats), rows);
  }

  /** The rows to compute at a time, of {@code samples} in all. */
  static int rows(Layout layout, int samples) {
    long room = Math.max(1, ROOM / Math.max(1, layout.size()));
    return (int) Math.min(Math.min(room, ROWS), samples);
  }
}
