package dev.annotron.benchmarks.compile;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The processor's own time, as {@code -Aannotron.verbose} tells it: a network of a hundred layers
 * in a javac that has just started, and the networks of the benchmarks and of the examples in one
 * that has compiled them before.
 *
 * <p>Beside it stands the processor time of javac's whole thread, which bounds it from above and
 * depends less on what else the machine does.
 *
 * <p>Arguments: the number of measurements, the processor path, the class path, and directories
 * with the sources of networks.
 */
public final class CompileTimes {
  private static final int LAYERS = 100;
  private static final int WARM_UP = 10;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final String ONCE = "once";
  private static final Pattern TIME = Pattern.compile("compiled (\\d+) networks in (\\d+) ms");
  private static final Pattern THREAD = Pattern.compile("thread (\\d+) ms");

  private final int rounds;
  private final List<String> options;
  private final Path output;

  /**
   * What one run of javac took.
   *
   * @param networks how many were compiled
   * @param own milliseconds, as the processor tells
   * @param thread milliseconds of processor time of javac's whole thread
   */
  private record Took(int networks, int own, int thread) {}

  private CompileTimes(int rounds, String processorPath, String classPath, Path output) {
    this.rounds = rounds;
    this.output = output;
    this.options =
        List.of(
            "-proc:only",
            "-Aannotron.verbose",
            "--processor-path",
            processorPath,
            "-cp",
            classPath,
            "-d",
            output.toString());
  }

  /** Prints a table in Markdown. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments[0].equals(ONCE)) {
      System.out.println(javac(List.of(arguments).subList(1, arguments.length)));
      return;
    }
    Path output = Files.createTempDirectory("compile-times");
    CompileTimes times =
        new CompileTimes(Integer.parseInt(arguments[0]), arguments[1], arguments[2], output);
    System.out.println(
        "| what | networks | javac | processor, ms (each) | javac's thread, CPU ms (each) |");
    System.out.println("| --- | --- | --- | --- | --- |");
    times.cold();
    for (int i = 3; i < arguments.length; i++) {
      times.warm(Path.of(arguments[i]));
    }
  }

  private void cold() throws IOException, InterruptedException {
    Path source = Files.writeString(output.resolve("Hundred.java"), hundredLayers());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CompileTimes.class.getName(), ONCE));
    command.addAll(options);
    command.add(source.toString());
    List<Took> took = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      javac.waitFor();
      took.add(took(said));
    }
    print(LAYERS + " layers", "cold", took);
  }

  private void warm(Path directory) throws IOException {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-sourcepath", directory.toString()));
    command.addAll(networks(directory));
    List<Took> took = new ArrayList<>();
    for (int i = 0; i < WARM_UP + rounds; i++) {
      Took one = took(javac(command));
      if (i >= WARM_UP) {
        took.add(one);
      }
    }
    print("all of " + directory.getName(0), "warm", took);
  }

  /** Runs javac in this thread; gives what it says, and the time that the thread took. */
  private static String javac(List<String> arguments) {
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    long start = threads.getCurrentThreadCpuTime();
    javac.run(out, out, arguments.toArray(String[]::new));
    long nanos = threads.getCurrentThreadCpuTime() - start;
    return said + "thread " + nanos / NANOS_PER_MILLI + " ms";
  }

  /** The sources under a directory that have a network. */
  private static List<String> networks(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<String> found = new ArrayList<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).sorted().toList()) {
        if (Files.readString(file).contains("@Network")) {
          found.add(file.toString());
        }
      }
      return found;
    }
  }

  private static String hundredLayers() {
    StringBuilder source = new StringBuilder("import dev.annotron.*;\n\n");
    source.append("@Network @Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY)\n");
    source.append("interface Hundred {\n  @Input(64) Tensor x();\n");
    for (int i = 1; i < LAYERS; i++) {
      source.append("  @Dense(units = 64, activation = Activation.RELU) Tensor hidden");
      source.append(i).append("();\n");
    }
    source.append("  @Dense(units = 10, activation = Activation.SOFTMAX) Tensor y();\n}\n");
    return source.toString();
  }

  private static Took took(String said) {
    Matcher time = TIME.matcher(said);
    Matcher thread = THREAD.matcher(said);
    if (!time.find() || !thread.find() || said.contains("error:")) {
      throw new IllegalStateException(said);
    }
    return new Took(
        Integer.parseInt(time.group(1)),
        Integer.parseInt(time.group(2)),
        Integer.parseInt(thread.group(1)));
  }

  private static void print(String what, String javac, List<Took> took) {
    System.out.println(
        "| %s | %d | %s | %s | %s |"
            .formatted(
                what,
                took.getFirst().networks(),
                javac,
                median(took.stream().map(Took::own).toList()),
                median(took.stream().map(Took::thread).toList())));
  }

  private static String median(List<Integer> each) {
    return each.stream().sorted().toList().get(each.size() / 2) + " " + each;
  }
}
