package dev.annotron.benchmarks;

import java.util.List;

/** Training on one thread and on several. */
final class ThreadTable {
  /** Steps shorter than this need not gain from threads. */
  private static final double SHORT = 100;

  private static final double TARGET = 1.7;

  private ThreadTable() {}

  static void print(Settings settings, List<String> names) {
    Markdown.title("Threads");
    Markdown.head(
        List.of(
            "µs per step",
            "1 thread",
            settings.threads() + " threads",
            "times faster",
            "target",
            "met"));
    for (Workload workload : Workload.chosen(names)) {
      List<Double> times =
          settings.medians(
              List.of(
                  () -> Measured.step(workload, 1).microseconds(),
                  () -> Measured.step(workload, settings.threads()).microseconds()));
      double ratio = times.getFirst() / times.getLast();
      boolean aimed = times.getFirst() > SHORT;
      Markdown.row(
          List.of(
              workload.title(),
              Markdown.number(times.getFirst()),
              Markdown.number(times.getLast()),
              Markdown.number(ratio),
              aimed ? "≥ " + TARGET : "",
              aimed ? Markdown.met(ratio >= TARGET) : ""));
    }
  }
}
