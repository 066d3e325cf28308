package dev.annotron.progress;

import dev.annotron.runtime.ProgressDisplay;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One epoch: a bar with steps, time left and values so far, if the epoch takes long enough to see
 * one.
 */
final class EpochBar implements ProgressDisplay {
  private final Screen screen;
  private final String title;
  private final int steps;
  private final Duration interval;
  private final long start = System.nanoTime();
  private long next;
  private int done;
  private @Nullable ProgressBar bar;

  EpochBar(Screen screen, String title, int steps, Duration interval) {
    this.screen = screen;
    this.title = title;
    this.steps = steps;
    this.interval = interval;
    this.next = interval.toNanos();
  }

  /** Numbers that stay below each other: {@code Epoch 3/10}. */
  static String title(int epoch, int epochs) {
    String total = Integer.toString(epochs);
    String number = Integer.toString(epoch);
    return "Epoch " + " ".repeat(total.length() - number.length()) + number + "/" + total;
  }

  @Override
  public void show(int step, Supplier<String> values) {
    done = step;
    long elapsed = System.nanoTime() - start;
    if (elapsed >= next) {
      next = elapsed + interval.toNanos();
      draw(elapsed, values.get());
    }
  }

  private void draw(long elapsed, String values) {
    if (bar == null) {
      bar = build(elapsed);
    }
    bar.stepTo(done);
    bar.setExtraMessage(values);
  }

  private ProgressBar build(long elapsed) {
    return new ProgressBarBuilder()
        .setTaskName(title)
        .setInitialMax(steps)
        .startsFrom(0, Duration.ofNanos(elapsed))
        .setRenderer(new BarLine(screen.block()))
        .setConsumer(screen.line())
        .setUpdateIntervalMillis(Math.toIntExact(Math.max(1, interval.toMillis())))
        .build();
  }

  @Override
  public void close(String summary) {
    if (bar != null) {
      bar.stepTo(summary.isEmpty() ? done : steps);
      bar.close();
    }
    if (!summary.isEmpty()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      screen.print(String.format(Locale.ROOT, "%s  %s  (%.1f s)", title, summary, seconds));
    } else if (bar != null) {
      screen.keep();
    }
  }
}
