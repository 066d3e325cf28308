package dev.annotron.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Another system, whose program measures one workload and prints its microseconds. */
enum Peer {
  PYTORCH("PyTorch", "torch", true),
  JAX("JAX", "jax", true),
  SMILE("Smile", "smile", false),
  DL4J("DL4J", "dl4j", false),
  ONNX_RUNTIME("ONNX Runtime", "onnxruntime", false);

  /** The exit status of a program that has no such workload. */
  private static final int HAS_NOT = 3;

  private static final Path PROGRAMS = Path.of("peers");

  private final String title;
  private final String id;
  private final boolean python;

  /**
   * @param title the name in tables
   * @param id the module in Python, or the directory of the program in Java
   */
  Peer(String title, String id, boolean python) {
    this.title = title;
    this.id = id;
    this.python = python;
  }

  String title() {
    return title;
  }

  /**
   * Whether the machine has it, and the variable PEERS names it among others parted by commas;
   * without that variable all are wanted. Says so if it is only missing.
   */
  boolean found() {
    return python ? importable(title, id) : wanted(title) && built();
  }

  private boolean built() {
    boolean built = Files.exists(classPath());
    if (!built) {
      System.err.printf("%s is left out: Maven could not build %s%n", title, directory());
    }
    return built;
  }

  private static boolean wanted(String title) {
    String names = System.getenv("PEERS");
    return names == null || Arrays.asList(names.split(",")).contains(title);
  }

  /** Whether a system is wanted and Python can import it; says so if it is only missing. */
  static boolean importable(String title, String module) {
    if (!wanted(title)) {
      return false;
    }
    Program program = new Program(title, List.of(python(), "-c", "import " + module), Map.of());
    boolean found = program.run().exit() == 0;
    if (!found) {
      System.err.printf("%s is left out: %s cannot import %s%n", title, python(), module);
    }
    return found;
  }

  static String python() {
    String given = System.getenv("ANNOTRON_PYTHON");
    return given == null ? "python3" : given;
  }

  /**
   * The microseconds of a workload; NaN if the system has no such workload. DL4J has those of one
   * thread or of all, whichever is faster: its threads may wait for each other longer than they
   * work.
   */
  double measure(String what, Workload workload, int threads) {
    double all = measured(what, workload, threads);
    return this == DL4J && threads > 1 && !Double.isNaN(all)
        ? Math.min(all, measured(what, workload, 1))
        : all;
  }

  private double measured(String what, Workload workload, int threads) {
    Program.Run run = program(threads).run(what, workload.name(), Integer.toString(threads));
    if (run.exit() != 0 && run.exit() != HAS_NOT) {
      System.err.printf(
          "%s failed at %s, with exit status %d; %s has its messages%n",
          title, workload, run.exit(), Program.LOG);
    }
    return run.number();
  }

  private Program program(int threads) {
    if (python) {
      return new Program(
          title, List.of(python(), PROGRAMS.resolve(id + "_peer.py").toString()), Map.of());
    }
    String libraries = Path.of("target", "openblas").toAbsolutePath().toString();
    return new Program(
        title,
        List.of(
            Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            directory().resolve("target/peer.jar") + ":" + read(classPath()),
            "dev.annotron.peers.Main"),
        Map.of(
            "OMP_NUM_THREADS", Integer.toString(threads),
            "OPENBLAS_NUM_THREADS", Integer.toString(threads),
            "LD_LIBRARY_PATH", libraries));
  }

  private Path directory() {
    return PROGRAMS.resolve("java").resolve(id);
  }

  private Path classPath() {
    return directory().resolve("target").resolve("class-path");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
