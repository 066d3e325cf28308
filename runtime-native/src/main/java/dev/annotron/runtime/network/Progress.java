package dev.annotron.runtime.network;

import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.ProgressDisplay;

/** Tells a person how training goes on; silent by itself. */
class Progress {
  /** With more epochs than this, a display for each would only flicker by. */
  private static final int DISPLAYED = 100;

  /** With more epochs than this, {@code verbose(1)} prints about {@link #LINES} lines. */
  private static final int ALL_LINES = 20;

  private static final int LINES = 10;

  /** What {@link FitOptions#verbose(int)} asks for. */
  static Progress of(FitOptions options, HistoryRecorder recorder, Outcome<?> outcome) {
    int epochs = options.epochs();
    if (options.verbose() == 0) {
      return new Progress();
    }
    boolean all = options.verbose() == 2 || epochs <= ALL_LINES;
    Progress lines = new LineProgress(System.out, epochs, all ? 1 : epochs / LINES, recorder);
    if (options.verbose() == 1 && epochs <= DISPLAYED) {
      ProgressDisplay.Factory factory = Displays.find();
      if (factory != null) {
        return new DisplayProgress(factory, lines, epochs, recorder, outcome);
      }
    }
    return lines;
  }

  /** An epoch begins. */
  void begin(int epoch, int steps) {}

  /** So many steps of the epoch were taken; called about each millisecond. */
  void show(int step) {}

  /** The epoch ended; its values are the recorder's last. */
  void end() {}

  /** The epoch did not come to its end: training failed or was interrupted. */
  void abort() {}
}
