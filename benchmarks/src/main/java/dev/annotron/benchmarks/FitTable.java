package dev.annotron.benchmarks;

import dev.annotron.benchmarks.fit.Contender;
import dev.annotron.benchmarks.fit.FitProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What {@code fit} adds to the bare training step. All are trained in one virtual machine by turns,
 * and each turn is compared with the bare one of the same moment. As what is done once in an epoch
 * falls into the same turn of each, medians are taken for each turn of an epoch over all epochs,
 * and their mean is what an epoch takes; quartiles alike.
 */
final class FitTable {
  /** The epochs of each round that is asked for. */
  private static final int EPOCHS = 16;

  private static final double LIMIT = 0.03;

  private static final Path TIMES = Path.of("target", "fit-times");

  private FitTable() {}

  static void print(Settings settings) {
    Markdown.title("What `fit` adds to the bare step: MNIST 784-50-10, batch 32, Adam");
    Markdown.head(
        List.of(
            "training",
            "threads",
            "µs per step",
            "added",
            "quartiles",
            "over `fit`",
            "target",
            "met"));
    IntStream.of(1, settings.threads()).distinct().forEach(threads -> rows(settings, threads));
  }

  private static void rows(Settings settings, int threads) {
    List<double[]> times = measure(settings.rounds() * EPOCHS, threads);
    double[] bare = times.get(Contender.BARE.ordinal());
    double[] fit = times.get(Contender.FIT.ordinal());
    for (Contender contender : Contender.values()) {
      double[] own = times.get(contender.ordinal());
      double[] ratios = ratios(own, bare);
      boolean aimed = contender == Contender.ALL;
      boolean first = contender == Contender.BARE;
      Markdown.row(
          List.of(
              contender.title(),
              Integer.toString(threads),
              Markdown.number(quantile(own, 0.5) * FitProbe.TURNS / FitProbe.STEPS / 1e3),
              first ? "" : added(quantile(ratios, 0.5)),
              first ? "" : added(quantile(ratios, 0.25)) + " to " + added(quantile(ratios, 0.75)),
              first || contender == Contender.FIT ? "" : added(quantile(ratios(own, fit), 0.5)),
              aimed ? "≤ 3 %" : "",
              aimed ? Markdown.met(quantile(ratios, 0.5) <= 1 + LIMIT) : ""));
    }
  }

  /** The nanoseconds of the turns of each contender. */
  private static List<double[]> measure(int epochs, int threads) {
    Program.Run run = new Program("fit", command(epochs, threads), Map.of()).run();
    if (run.exit() != 0) {
      throw new IllegalStateException("training failed; see " + Program.LOG + "\n" + run.text());
    }
    try (Stream<String> lines = Files.lines(TIMES)) {
      return lines
          .map(line -> Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On a terminal of its own, where {@code script} is there to make one: for the display. */
  private static List<String> command(int epochs, int threads) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dannotron.threads=" + threads);
    command.add("-cp");
    command.add(System.getProperty("java.class.path", ""));
    command.add(FitProbe.class.getName());
    command.add(Integer.toString(epochs));
    command.add(TIMES.toString());
    if (!Files.isExecutable(Path.of("/usr/bin/script"))) {
      System.err.println("without script of util-linux there is no terminal, and no display");
      return command;
    }
    String line = String.join(" ", command.stream().map(FitTable::quoted).toList());
    return List.of("/usr/bin/script", "-qec", line, "/dev/null");
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static double[] ratios(double[] times, double[] base) {
    return IntStream.range(0, times.length).mapToDouble(i -> times[i] / base[i]).toArray();
  }

  /** The mean over the turns of an epoch of a quantile over all epochs. */
  private static double quantile(double[] values, double share) {
    return IntStream.range(0, FitProbe.TURNS)
        .mapToDouble(turn -> quantile(values, turn, share))
        .average()
        .orElseThrow();
  }

  private static double quantile(double[] values, int turn, double share) {
    double[] sorted =
        IntStream.range(0, values.length)
            .filter(i -> i % FitProbe.TURNS == turn)
            .mapToDouble(i -> values[i])
            .sorted()
            .toArray();
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private static String added(double ratio) {
    return String.format(Locale.ROOT, "%+.1f %%", (ratio - 1) * 100);
  }
}
