package dev.annotron.benchmarks.fit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Lets several trainings, each in a thread of its own, take turns of some steps: what changes on
 * the machine within a tenth of a second then meets all of them alike. Where a turn begins goes
 * round, and every other one goes backwards.
 */
final class Turns {
  private final int chunk;
  private final long[][] nanos;
  private final int[] left;
  private final long[] begun;
  private final Semaphore[] mayGoOn;
  private final CountDownLatch ready;
  private int turn;
  private int position;
  private volatile boolean over;

  /**
   * Begins when the last of the trainings takes its first step.
   *
   * @param trainings how many there are
   * @param chunk the steps of a turn
   * @param turns how many each will have
   */
  Turns(int trainings, int chunk, int turns) {
    this.chunk = chunk;
    this.nanos = new long[trainings][turns];
    this.left = new int[trainings];
    this.begun = new long[trainings];
    this.mayGoOn = new Semaphore[trainings];
    this.ready = new CountDownLatch(trainings);
    for (int i = 0; i < trainings; i++) {
      mayGoOn[i] = new Semaphore(0);
    }
  }

  /** Says that all turns are over. */
  static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * A training is about to take a step; waits for its turn.
   *
   * @throws Over when all turns are done
   */
  void step(int training) {
    if (left[training] == 0) {
      pass(training);
    }
    left[training]--;
  }

  /** Lets the first go on as soon as all are there; for the thread that started them. */
  void begin() throws InterruptedException {
    ready.await();
    mayGoOn[next()].release();
  }

  /** The nanoseconds of the turns of a training. */
  long[] nanos(int training) {
    return nanos[training].clone();
  }

  private void pass(int training) {
    long now = System.nanoTime();
    if (begun[training] == 0) {
      ready.countDown();
    } else {
      nanos[training][turn] = now - begun[training];
      handOver();
    }
    mayGoOn[training].acquireUninterruptibly();
    if (over) {
      throw new Over();
    }
    left[training] = chunk;
    begun[training] = System.nanoTime();
  }

  private void handOver() {
    position++;
    if (position == mayGoOn.length) {
      position = 0;
      turn++;
    }
    if (turn == nanos[0].length) {
      over = true;
      for (Semaphore each : mayGoOn) {
        each.release();
      }
    } else {
      mayGoOn[next()].release();
    }
  }

  private int next() {
    int count = mayGoOn.length;
    int along = turn % 2 == 0 ? position : count - 1 - position;
    return (turn / 2 + along) % count;
  }
}
