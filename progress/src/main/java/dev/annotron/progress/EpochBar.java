package dev.annotron.progress;

import dev.annotron.runtime.ProgressDisplay;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** One epoch: a bar with steps, time left and loss, if the epoch takes long enough to see one. */
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

  /** A step takes under a microsecond in a small network, so most of them only count. */
  @Override
  public void step(double loss) {
    done++;
    long elapsed = System.nanoTime() - start;
    if (elapsed >= next) {
      next = elapsed + interval.toNanos();
      show(loss);
    }
  }

  private void show(double loss) {
    if (bar == null) {
      bar = build(System.nanoTime() - start);
    }
    bar.stepTo(done);
    bar.setExtraMessage(String.format(Locale.ROOT, " loss: %.4g", loss));
  }

  private ProgressBar build(long elapsed) {
    return new ProgressBarBuilder()
        .setTaskName(title)
        .setInitialMax(steps)
        .startsFrom(0, Duration.ofNanos(elapsed))
        .setStyle(screen.style())
        .setConsumer(screen.line())
        .setUpdateIntervalMillis(Math.toIntExact(Math.max(1, interval.toMillis())))
        .build();
  }

  @Override
  public void close(String summary) {
    if (bar != null) {
      bar.stepTo(done);
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
