package dev.annotron.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run and measured as a whole.
 *
 * @param name how messages call it
 * @param command the program and its first arguments
 * @param environment variables beside those of this process
 */
record Program(String name, List<String> command, Map<String, String> environment) {
  static final Path LOG = Path.of("target", "programs.log");
  private static final Path OUTPUT = Path.of("target", "program.out");
  private static final long LONGEST_SECONDS = 300;
  private static final long LOOK_MILLISECONDS = 10;

  /**
   * What came of a run.
   *
   * @param exit the exit status
   * @param text what it printed
   * @param seconds from start to exit
   * @param megabytes the largest resident size seen, or NaN where the system does not tell
   */
  record Run(int exit, String text, double seconds, double megabytes) {
    /** The last line's pairs {@code name=value} whose values are numbers. */
    Map<String, Double> values() {
      Map<String, Double> values = new HashMap<>();
      for (String word : text.strip().lines().reduce("", (_, line) -> line).split(" ")) {
        int equals = word.indexOf('=');
        if (equals > 0 && word.substring(equals + 1).matches("-?[0-9.]+(e-?[0-9]+)?")) {
          values.put(word.substring(0, equals), Double.valueOf(word.substring(equals + 1)));
        }
      }
      return values;
    }

    /** The only number printed; NaN if there is none. */
    double number() {
      return exit == 0 && !text.isBlank() ? Double.parseDouble(text.strip()) : Double.NaN;
    }
  }

  /** Runs it with these arguments; messages of the program go to a log. */
  Run run(String... arguments) {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(environment);
    builder.redirectOutput(OUTPUT.toFile());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
    try {
      return run(builder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name + " was interrupted", e);
    }
  }

  private Run run(ProcessBuilder builder) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder.start();
    double megabytes = Double.NaN;
    while (!process.waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      double seen = peakMegabytes(process.pid());
      megabytes = Double.isNaN(seen) ? megabytes : seen;
      if (System.nanoTime() - start > LONGEST_SECONDS * 1e9) {
        process.destroyForcibly().waitFor();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Run(process.exitValue(), Files.readString(OUTPUT), seconds, megabytes);
  }

  /** The high-water mark of a process on Linux, which has it in kilobytes. */
  private static double peakMegabytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException e) {
      return Double.NaN; // it has just ended, or this is not Linux
    }
    return Double.NaN;
  }
}
