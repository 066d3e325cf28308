package dev.annotron.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Whole programs: seconds from start to exit, what they learned, and the memory they took. */
final class ProgramTable {
  private static final String DATA = "ANNOTRON_DATA";

  private ProgramTable() {}

  static void print(Settings settings, List<String> names) {
    boolean keras = Peer.importable("Keras", "tensorflow, keras");
    Markdown.title("Whole programs");
    List<String> head =
        new ArrayList<>(List.of("from start to exit", "Annotron, s", "result", "largest, MB"));
    if (keras) {
      head.addAll(List.of("Keras, s", "result", "largest, MB", "times faster"));
    }
    head.addAll(List.of("target", "met"));
    Markdown.head(head);
    for (WholeProgram program : WholeProgram.values()) {
      if (!names.isEmpty() && !names.contains(program.name())) {
        continue;
      }
      if (program.needsData() && System.getenv(DATA) == null) {
        System.err.printf("%s is left out: %s names no data%n", program.title(), DATA);
        continue;
      }
      Markdown.row(row(settings, program, keras));
    }
  }

  private static List<String> row(Settings settings, WholeProgram program, boolean keras) {
    Runs here = new Runs(ours(settings, program), program.quality());
    Runs there = new Runs(theirs(program), program.quality());
    List<DoubleSupplier> measurements = new ArrayList<>(List.of(here));
    if (keras) {
      measurements.add(there);
    }
    here.getAsDouble(); // builds what is not built, and reads files into memory
    here.forget();
    List<Double> seconds = settings.medians(measurements);
    List<String> row = new ArrayList<>(List.of(program.title()));
    row.addAll(here.cells(seconds.getFirst()));
    if (keras) {
      row.addAll(there.cells(seconds.get(1)));
      row.add(Markdown.number(seconds.get(1) / seconds.getFirst()));
    }
    boolean met =
        seconds.getFirst() <= program.mostSeconds()
            && program.learned(here.quality)
            && !(here.megabytes > WholeProgram.MOST_MEGABYTES);
    row.addAll(List.of(program.target(), Markdown.met(met)));
    return row;
  }

  private static Program ours(Settings settings, WholeProgram program) {
    List<String> command = new ArrayList<>(List.of("../examples/run"));
    command.addAll(program.arguments());
    command.add("-Dannotron.threads=" + settings.threads());
    return new Program(program.title(), command, Map.of());
  }

  private static Program theirs(WholeProgram program) {
    return new Program(
        program.title() + " in Keras",
        List.of(Peer.python(), "peers/keras_peer.py", program.arguments().getFirst()),
        Map.of("TF_CPP_MIN_LOG_LEVEL", "3", "KERAS_BACKEND", "tensorflow"));
  }

  /** Runs of one program. */
  private static final class Runs implements DoubleSupplier {
    private final Program program;
    private final String name;
    private double quality = Double.NaN;
    private double megabytes = Double.NaN;

    /**
     * @param name what of its result is told
     */
    Runs(Program program, String name) {
      this.program = program;
      this.name = name;
    }

    /** Runs it once; gives the seconds. */
    @Override
    public double getAsDouble() {
      Program.Run run = program.run();
      if (run.exit() != 0) {
        System.err.printf(
            "%s failed with exit status %d; %s has its messages%n",
            program.name(), run.exit(), Program.LOG);
        return Double.NaN;
      }
      quality = run.values().getOrDefault(name, Double.NaN);
      megabytes = Double.isNaN(megabytes) ? run.megabytes() : Math.max(megabytes, run.megabytes());
      return run.seconds();
    }

    void forget() {
      megabytes = Double.NaN;
    }

    List<String> cells(double seconds) {
      return List.of(
          Markdown.number(seconds),
          Double.isNaN(quality) ? "" : name.replace('_', ' ') + " " + quality,
          Markdown.number(megabytes));
    }
  }
}
