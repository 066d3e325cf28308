package dev.annotron.runtime.network;

import dev.annotron.runtime.ProgressDisplay;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows each epoch with a {@link ProgressDisplay}; with lines, if it turns out that the display
 * cannot be linked with its library.
 */
final class DisplayProgress extends Progress {
  private final Progress lines;
  private final int epochs;
  private final HistoryRecorder recorder;
  private final Supplier<String> values;
  private ProgressDisplay.@Nullable Factory factory;
  private @Nullable ProgressDisplay display;

  /**
   * @param outcome what the epoch has measured so far
   */
  DisplayProgress(
      ProgressDisplay.Factory factory,
      Progress lines,
      int epochs,
      HistoryRecorder recorder,
      Outcome<?> outcome) {
    this.factory = factory;
    this.lines = lines;
    this.epochs = epochs;
    this.recorder = recorder;
    this.values = outcome::toString;
  }

  @Override
  void begin(int epoch, int steps) {
    lines.begin(epoch, steps);
    if (factory == null) {
      return;
    }
    try {
      display = factory.open(epoch, epochs, steps);
    } catch (LinkageError e) {
      giveUp(e);
    }
  }

  @Override
  void show(int step) {
    if (display == null) {
      return;
    }
    try {
      display.show(step, values);
    } catch (LinkageError e) {
      giveUp(e);
    }
  }

  private void giveUp(LinkageError why) {
    factory = null;
    display = null;
    Displays.useless(why);
  }

  @Override
  void end() {
    if (!close(LineProgress.values(recorder))) {
      lines.end();
    }
  }

  @Override
  void abort() {
    close("");
  }

  /** Whether there was a display to close. */
  private boolean close(String summary) {
    ProgressDisplay closing = display;
    if (closing == null) {
      return false;
    }
    display = null;
    closing.close(summary);
    return true;
  }
}
