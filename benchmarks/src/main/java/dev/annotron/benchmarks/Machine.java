package dev.annotron.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the machine can do, measured by a program of a few lines of C++.
 *
 * @param oneThread float32 multiply-adds on one thread, in GFLOP/s
 * @param allThreads the same on the threads that are measured
 * @param copy what one thread copies in memory, in GB/s read and written
 * @param roundTrip how long a word takes from one thread to another and back, in ns
 */
record Machine(double oneThread, double allThreads, double copy, double roundTrip) {
  private static final Path PROGRAM = Path.of("target", "machine");

  static Machine measure(Settings settings) {
    Map<String, Double> values = run(Integer.toString(settings.threads()));
    return new Machine(
        values.getOrDefault("one", Double.NaN),
        values.getOrDefault("all", Double.NaN),
        values.getOrDefault("copy", Double.NaN),
        values.getOrDefault("trip", Double.NaN));
  }

  /** {@link #roundTrip} now: a virtual machine's cores may be near each other at one time only. */
  static double roundTripNow() {
    return run("trip").getOrDefault("trip", Double.NaN);
  }

  private static Map<String, Double> run(String argument) {
    return new Program("machine", List.of(PROGRAM.toString()), Map.of()).run(argument).values();
  }

  void print(Settings settings) {
    Markdown.title("The machine");
    Markdown.head(List.of("what", "measured"));
    Markdown.row(List.of("multiply-adds, 1 thread", Markdown.number(oneThread) + " GFLOP/s"));
    Markdown.row(
        List.of(
            "multiply-adds, " + settings.threads() + " threads",
            Markdown.number(allThreads) + " GFLOP/s"));
    Markdown.row(
        List.of("memory copy, 1 thread, read and written", Markdown.number(copy) + " GB/s"));
    if (settings.threads() > 1) {
      Markdown.row(List.of("from thread to thread and back", Markdown.number(roundTrip) + " ns"));
    }
  }

  /** The share of the peak that so many multiply-adds in so many microseconds are. */
  double share(double multiplyAdds, double microseconds) {
    return 2 * multiplyAdds / (microseconds * 1e3) / allThreads;
  }
}
