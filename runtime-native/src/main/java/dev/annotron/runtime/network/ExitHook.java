package dev.annotron.runtime.network;

/**
 * Lets a training end well when its process is told to end, as by Ctrl-C: the step is finished,
 * {@code fit} returns, and its thread has time to save the model. Registered only while {@code fit}
 * runs.
 */
final class ExitHook extends Thread {
  /** How often the thread that trained is looked at. */
  private static final long PAUSE_MILLIS = 20;

  /** A thread that waits for so many looks has nothing to do any more. */
  private static final int IDLE_LOOKS = 25;

  /** Saving a large model to a slow disk takes less than so many looks: half a minute. */
  private static final int LOOKS = 1500;

  private final Thread trainer = Thread.currentThread();
  private final Halt halt;
  private volatile boolean training = true;

  private ExitHook(Halt halt) {
    super(null, null, "annotron-exit", 0, false);
    this.halt = halt;
  }

  /** Starts to watch over the training of this thread. */
  static ExitHook watch(Halt halt) {
    ExitHook hook = new ExitHook(halt);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending already: nothing will wait for this training.
    }
    return hook;
  }

  /** Ends the watch. */
  void done() {
    training = false;
    try {
      Runtime.getRuntime().removeShutdownHook(this);
    } catch (IllegalStateException _) {
      // The process is ending, and the hook gives this thread its time.
    }
  }

  @Override
  public void run() {
    halt.exit();
    try {
      await();
    } catch (InterruptedException _) {
      // Someone wants the process to end at once.
    }
  }

  /** A step may take long, and is waited for; what comes behind it has a limit. */
  private void await() throws InterruptedException {
    while (training && trainer.isAlive()) {
      Thread.sleep(PAUSE_MILLIS);
    }
    int idle = 0;
    for (int look = 0; look < LOOKS && idle < IDLE_LOOKS && trainer.isAlive(); look++) {
      Thread.sleep(PAUSE_MILLIS);
      idle = trainer.getState() == State.RUNNABLE ? 0 : idle + 1;
    }
  }
}
