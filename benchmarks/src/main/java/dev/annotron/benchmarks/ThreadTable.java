package dev.annotron.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Training on one thread and on several, in close turns of two virtual machines: the ratio is taken
 * within each turn. Before, between and after the rounds it is measured how far cores are from each
 * other, as a step that is divided waits for words to go there and back.
 */
final class ThreadTable {
  /** Steps shorter than this need not gain from threads. */
  private static final double SHORT = 100;

  private static final double TARGET = 1.7;

  private static final int TURNS = 8;
  private static final double WARM_UP = 1.5;
  private static final double SECONDS = 0.15;

  private ThreadTable() {}

  static void print(Settings settings, List<String> names) {
    Markdown.title("Threads");
    Markdown.head(
        List.of(
            "µs per step",
            "1 thread",
            settings.threads() + " threads",
            "times faster",
            "quartiles",
            "there and back, ns",
            "target",
            "met"));
    for (Workload workload : Workload.chosen(names)) {
      List<Double> trips = new ArrayList<>();
      SideBySide times = measure(settings, workload, trips);
      boolean aimed = times.first() > SHORT;
      Markdown.row(
          List.of(
              workload.title(),
              Markdown.number(times.first()),
              Markdown.number(times.second()),
              ratio(times, 0.5),
              ratio(times, 0.25) + " to " + ratio(times, 0.75),
              trips.stream()
                  .map(trip -> String.format(Locale.ROOT, "%.0f", trip))
                  .collect(Collectors.joining(", ")),
              aimed ? "≥ " + TARGET : "",
              aimed ? Markdown.met(times.ratio(0.5) >= TARGET) : ""));
    }
  }

  /** With new virtual machines in each round, as no two of them are compiled alike. */
  private static SideBySide measure(Settings settings, Workload workload, List<Double> trips) {
    SideBySide times = new SideBySide();
    trips.add(Machine.roundTripNow());
    for (int round = 0; round < settings.rounds(); round++) {
      try (Probe one = Probe.of(workload, 1);
          Probe all = Probe.of(workload, settings.threads())) {
        one.microseconds(0, WARM_UP);
        all.microseconds(0, WARM_UP);
        times.take(TURNS, () -> one.microseconds(0, SECONDS), () -> all.microseconds(0, SECONDS));
      }
      trips.add(Machine.roundTripNow());
    }
    return times;
  }

  private static String ratio(SideBySide times, double share) {
    return String.format(Locale.ROOT, "%.2f", times.ratio(share));
  }
}
