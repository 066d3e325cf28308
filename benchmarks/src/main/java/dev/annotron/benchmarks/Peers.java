package dev.annotron.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Other systems, each a Python program that measures one workload and prints its microseconds.
 * Those whose libraries are missing are left out.
 *
 * @param names the systems that are there
 */
record Peers(Path directory, int threads, List<String> names) {
  private static final List<String> ALL = List.of("PyTorch", "JAX");

  static Peers find(Path directory, int threads) throws IOException, InterruptedException {
    List<String> found = new ArrayList<>();
    for (String name : ALL) {
      if (new ProcessBuilder(python(), "-c", "import " + module(name))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0) {
        found.add(name);
      } else {
        System.err.printf("%s is left out: Python cannot import %s%n", name, module(name));
      }
    }
    return new Peers(directory, threads, List.copyOf(found));
  }

  /** The microseconds of a workload in a system; NaN if its program has no such workload. */
  double measure(String name, String what, Workload workload)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                python(),
                directory.resolve(module(name) + "_peer.py").toString(),
                what,
                workload.name(),
                Integer.toString(threads))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 && !out.isBlank() ? Double.parseDouble(out.strip()) : Double.NaN;
  }

  private static String module(String name) {
    return name.equals("PyTorch") ? "torch" : name.toLowerCase(Locale.ROOT);
  }

  private static String python() {
    String given = System.getenv("ANNOTRON_PYTHON");
    return given == null ? "python3" : given;
  }
}
