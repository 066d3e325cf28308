package dev.annotron.runtime.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@link #main}, or another, in a JVM of its own, with other options than the tests have. */
final class ForkedJvm {
  private ForkedJvm() {}

  /** What it printed, both streams together. */
  record Output(String text, int status) {
    long count(String part) {
      return text.lines().filter(line -> line.contains(part)).count();
    }
  }

  static Output run(String... options) throws IOException, InterruptedException {
    return run(ForkedJvm.class, new String[0], options);
  }

  static Output run(Class<?> main, String[] arguments, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    String fallback = System.getProperty("java.class.path");
    command.addAll(
        List.of("-cp", System.getProperty("surefire.test.class.path", fallback), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Libraries are those that a test names.
    builder.environment().remove("LD_LIBRARY_PATH");
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(text, process.waitFor());
  }

  /** Prints which kernels run, and a product of theirs. */
  public static void main(String[] arguments) {
    Kernels kernels = Backend.kernels();
    Tensor x = Tensor.of(2 * 3, i -> i + 1);
    Tensor y = Tensor.empty(2 * 2);
    kernels.dense(
        x.segment(),
        x.at(),
        x.segment(),
        x.at(),
        -1,
        y.segment(),
        y.at(),
        2,
        3,
        2,
        Function.RELU,
        0);
    System.out.printf("product=%s %s%n", y.get(0), y.get(3));
    System.out.println("large=" + large(kernels));
    System.out.println("kernels=" + kernels.name());
    System.out.println("class=" + kernels.getClass().getSimpleName());
    System.out.println("described=" + Backend.describe());
  }

  /** The sum of a product large enough to be divided among threads, computed many times. */
  private static double large(Kernels kernels) {
    int size = 200;
    Tensor x = Tensor.of(size * size, i -> i % 7 - 3);
    Tensor y = Tensor.empty(size * size);
    double sum = 0;
    for (int i = 0; i < 50; i++) {
      kernels.dense(
          x.segment(),
          x.at(),
          x.segment(),
          x.at(),
          -1,
          y.segment(),
          y.at(),
          size,
          size,
          size,
          Function.RELU,
          0);
      sum += y.get(i) + y.get(size * size - 1 - i);
    }
    return sum;
  }
}
