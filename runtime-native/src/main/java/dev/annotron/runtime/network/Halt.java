package dev.annotron.runtime.network;

import dev.annotron.runtime.FitOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether training is to end before its last step. */
final class Halt {
  private final @Nullable Duration limit;
  private final long start;
  private final long nanos;
  private volatile boolean exiting;
  private @Nullable String why;

  Halt(FitOptions options) {
    this.limit = options.timeLimit().orElse(null);
    this.start = limit == null ? 0 : System.nanoTime();
    this.nanos = limit == null ? 0 : nanos(limit);
  }

  /** More than 292 years are as good as no limit. */
  private static long nanos(Duration limit) {
    try {
      return limit.toNanos();
    } catch (ArithmeticException _) {
      return Long.MAX_VALUE;
    }
  }

  /** Ends training because the process ends; called from another thread. */
  void exit() {
    exiting = true;
  }

  /** Ends training; the first reason stays. */
  void stop(String reason) {
    why = why == null ? reason : why;
  }

  /** Whether someone has asked for the end, or the time is over. */
  boolean now() {
    return within(true);
  }

  /**
   * The same after a step of many.
   *
   * @param look whether to look at the clock too
   */
  boolean within(boolean look) {
    return interrupted() || why != null || (look && late());
  }

  boolean interrupted() {
    return exiting || Thread.currentThread().isInterrupted();
  }

  /** The clock is read only where there is a limit. */
  private boolean late() {
    if (limit == null || System.nanoTime() - start < nanos) {
      return false;
    }
    stop("the time limit of " + limit + " was reached");
    return true;
  }

  /** Why training was stopped; null if it was not, or only interrupted. */
  @Nullable String why() {
    return why;
  }
}
