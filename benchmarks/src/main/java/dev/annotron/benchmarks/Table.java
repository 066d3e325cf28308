package dev.annotron.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints a table in Markdown: microseconds of each workload here and in other systems, measured in
 * turn, round after round, with the medians and their ratio.
 *
 * <p>Arguments: the rounds, the number of threads, the directory of the other systems' programs,
 * then {@code step} or {@code predict}, then names of workloads; without names all.
 */
public final class Table {
  private final int rounds;
  private final int threads;
  private final Peers peers;
  private final boolean steps;

  private Table(int rounds, int threads, Peers peers, boolean steps) {
    this.rounds = rounds;
    this.threads = threads;
    this.peers = peers;
    this.steps = steps;
  }

  /** Measures and prints. */
  public static void main(String[] args) throws IOException, RunnerException, InterruptedException {
    int threads = Integer.parseInt(args[1]);
    Peers peers = Peers.find(Path.of(args[2]), threads);
    boolean steps = args[3].equals("step");
    Table table = new Table(Integer.parseInt(args[0]), threads, peers, steps);
    List<String> names = Arrays.asList(args).subList(4, args.length);
    System.out.println(table.head());
    for (Workload workload : Workload.values()) {
      boolean has = steps || PredictBenchmark.has(workload);
      if (has && (names.isEmpty() || names.contains(workload.name()))) {
        System.out.println(table.row(workload));
      }
    }
  }

  private String head() {
    StringBuilder head =
        new StringBuilder("| workload, µs, ").append(threads).append(" threads | Annotron |");
    StringBuilder rule = new StringBuilder("| --- | --- |");
    for (String name : peers.names()) {
      head.append(' ').append(name).append(" | times faster |");
      rule.append(" --- | --- |");
    }
    return head.append(System.lineSeparator()).append(rule).toString();
  }

  private String row(Workload workload) throws IOException, RunnerException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    Map<String, List<Double>> theirs = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(measure(workload));
      for (String peer : peers.names()) {
        double time = peers.measure(peer, steps ? "step" : "predict", workload);
        theirs.computeIfAbsent(peer, _ -> new ArrayList<>()).add(time);
      }
    }
    double here = median(ours);
    StringBuilder row = new StringBuilder("| ").append(workload.title());
    row.append(" | ").append(shown(here)).append(" |");
    for (List<Double> times : theirs.values()) {
      double there = median(times);
      row.append(' ').append(shown(there)).append(" | ").append(shown(there / here)).append(" |");
    }
    return row.toString();
  }

  private double measure(Workload workload) throws RunnerException {
    Class<?> type = steps ? StepBenchmark.class : PredictBenchmark.class;
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + type.getName().replace(".", "\\.") + "\\.")
                    .param("workload", workload.name())
                    .verbosity(VerboseMode.SILENT)
                    .jvmArgs(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dannotron.threads=" + threads)
                    .build())
            .runSingle();
    double score = result.getPrimaryResult().getStatistics().getPercentile(50);
    return steps ? score / workload.steps() : score;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Three digits, or all before the point; nothing for what a system does not have. */
  private static String shown(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    int decimals = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
