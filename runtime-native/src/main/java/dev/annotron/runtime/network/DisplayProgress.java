package dev.annotron.runtime.network;

import dev.annotron.runtime.ProgressDisplay;
import org.jspecify.annotations.Nullable;

/** Shows each epoch with a {@link ProgressDisplay}. */
final class DisplayProgress extends Progress {
  private final ProgressDisplay.Factory factory;
  private final int epochs;
  private final HistoryRecorder recorder;
  private @Nullable ProgressDisplay display;

  DisplayProgress(ProgressDisplay.Factory factory, int epochs, HistoryRecorder recorder) {
    this.factory = factory;
    this.epochs = epochs;
    this.recorder = recorder;
  }

  @Override
  void begin(int epoch, int steps) {
    display = factory.open(epoch, epochs, steps);
  }

  @Override
  void step(double loss) {
    if (display != null) {
      display.step(loss);
    }
  }

  @Override
  void end() {
    close(LineProgress.values(recorder));
  }

  @Override
  void abort() {
    close("");
  }

  private void close(String summary) {
    if (display != null) {
      display.close(summary);
      display = null;
    }
  }
}
