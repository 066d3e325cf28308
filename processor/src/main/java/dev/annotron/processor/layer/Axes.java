package dev.annotron.processor.layer;

/** How users count axes: 0 is the batch, 1 the first of a sample, -1 the last. */
final class Axes {
  private Axes() {}

  /** The index in a sample's shape, from 0; outside of it if there is no such axis. */
  static int index(int written, int rank) {
    return written < 0 ? written + rank : written - 1;
  }

  /** Which axes there are, for people. */
  static String allowed(int rank) {
    return "use %s, or -1 for the last; axis 0 is the batch"
        .formatted(rank == 1 ? "1" : "an axis from 1 to " + rank);
  }
}
