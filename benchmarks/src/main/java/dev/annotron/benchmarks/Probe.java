package dev.annotron.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A virtual machine that trains a little whenever it is told to, and else sleeps. So several, of
 * other networks or other numbers of threads, can be measured in turns of a fraction of a second: a
 * shared machine may be half as fast a minute later, but hardly within such a turn.
 */
final class Probe implements AutoCloseable {
  private final Process process;
  private final PrintWriter questions;
  private final BufferedReader answers;

  private Probe(int threads, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseSerialGC"); // no threads of its own that run in another's turn
    command.add("-Dannotron.threads=" + threads);
    command.add("-cp");
    command.add(
        ShapeCompiler.CLASSES + File.pathSeparator + System.getProperty("java.class.path", ""));
    command.add(ProbeServer.class.getName());
    command.addAll(arguments);
    try {
      process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(Program.LOG.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Of one training, number 0. */
  static Probe of(Workload workload, int threads) {
    return new Probe(threads, List.of(workload.name()));
  }

  /** Of a network with several batches, numbered in this order. */
  static Probe of(int width, int depth, List<Integer> batches, int threads) {
    return new Probe(
        threads,
        Stream.concat(Stream.of(width, depth), batches.stream()).map(String::valueOf).toList());
  }

  /** Trains for about so long and gives the microseconds of a step. */
  double microseconds(int training, double seconds) {
    questions.println(training + " " + seconds);
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("a training ended early; see " + Program.LOG);
      }
      return Double.parseDouble(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the virtual machine. */
  @Override
  public void close() {
    questions.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
