package dev.annotron.progress;

import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * A bar as text: {@code Epoch 3/10 45% |████ | 845/1875 00:12 loss: 0.1234 accuracy: 0.9876}, with
 * the time that the epoch still takes. Times and brackets of the library's own would leave no room
 * for two values on a usual terminal. What is too long is cut off.
 *
 * @param full the character of what is done
 */
record BarLine(char full) implements ProgressBarRenderer {
  private static final int SHORTEST = 4;

  @Override
  public String render(ProgressState state, int length) {
    double done = state.getNormalizedProgress();
    long percent = Math.round(Math.floor(100 * done));
    String head = state.getTaskName() + " " + " ".repeat(percent < 10 ? 1 : 0) + percent + "% |";
    String steps = state.getCurrent() + "/" + state.getMax();
    String tail = "| " + steps + "  " + left(state) + "  " + state.getExtraMessage();
    int width = Math.max(SHORTEST, length - head.length() - tail.length());
    int filled = (int) (width * done);
    String bar = String.valueOf(full).repeat(filled) + " ".repeat(width - filled);
    String line = head + bar + tail;
    return line.substring(0, Math.min(line.length(), length));
  }

  /** As if the steps to come took as long as those before: {@code 00:12} or {@code 1:02:03}. */
  private static String left(ProgressState state) {
    double done = state.getNormalizedProgress();
    long elapsed = state.getTotalElapsed().toMillis();
    long seconds = done > 0 ? Math.round(elapsed / done * (1 - done) / 1000) : 0;
    String minutes = two(seconds / 60 % 60) + ":" + two(seconds % 60);
    return seconds < 3600 ? minutes : seconds / 3600 + ":" + minutes;
  }

  private static String two(long number) {
    return (number < 10 ? "0" : "") + number;
  }
}
