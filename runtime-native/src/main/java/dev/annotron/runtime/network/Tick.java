package dev.annotron.runtime.network;

/**
 * Says after which steps it is time to look at the clock: about once in a millisecond, however
 * short the steps are. Looking takes 30 ns, and a step of a small network 500.
 */
final class Tick {
  private static final long MILLISECOND = 1_000_000;

  /** So that steps which suddenly take longer are noticed. */
  private static final int MOST = 1024;

  private long last;
  private int pause = 1;
  private int left;

  /** Begins now. */
  Tick() {
    this(System.nanoTime());
  }

  /** Begins at a time. */
  Tick(long nanos) {
    this.last = nanos;
  }

  /** A step was taken; whether it is time to look. */
  boolean due() {
    left--;
    if (left > 0) {
      return false;
    }
    look(System.nanoTime());
    return true;
  }

  /** Looks at the clock, and sets the number of steps until the next look. */
  int look(long nanos) {
    boolean soon = nanos - last < MILLISECOND;
    pause = soon ? Math.min(2 * pause, MOST) : Math.max(1, pause / 2);
    last = nanos;
    left = pause;
    return pause;
  }
}
