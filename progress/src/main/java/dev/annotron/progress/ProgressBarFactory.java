package dev.annotron.progress;

import dev.annotron.runtime.ProgressDisplay;
import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Shows each epoch as a bar on standard output, replaced by a line with its values at the end. */
public final class ProgressBarFactory implements ProgressDisplay.Factory {
  /** How often the bar changes; an epoch that is shorter shows none. */
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private static final int USUAL_WIDTH = 80;

  private final Screen screen;
  private final Duration interval;

  /** For {@link java.util.ServiceLoader}. */
  public ProgressBarFactory() {
    this(System.out, width(System.getenv("COLUMNS")), INTERVAL);
  }

  /** Shows on another stream. */
  ProgressBarFactory(PrintStream out, int width, Duration interval) {
    this.screen = new Screen(out, width);
    this.interval = interval;
  }

  @Override
  public ProgressDisplay open(int epoch, int epochs, int steps) {
    return new EpochBar(screen, EpochBar.title(epoch, epochs), steps, interval);
  }

  /** The terminal's width as far as the environment knows it. */
  static int width(@Nullable String columns) {
    return columns != null && columns.matches("[1-9]\\d{0,3}")
        ? Integer.parseInt(columns)
        : USUAL_WIDTH;
  }
}
