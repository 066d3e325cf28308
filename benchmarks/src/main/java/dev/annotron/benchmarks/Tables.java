package dev.annotron.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints tables in Markdown: everything measured in one run, in turn, round after round.
 *
 * <p>Arguments: the rounds, the number of threads, which table, then names of {@link Workload}s or
 * of {@link WholeProgram}s; without names all.
 */
public final class Tables {
  private Tables() {}

  /** Measures and prints. */
  public static void main(String[] args) {
    Settings settings = new Settings(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    List<String> names = Arrays.asList(args).subList(3, args.length);
    check(names);
    switch (args[2]) {
      case "machine" -> Machine.measure(settings).print(settings);
      case "step" -> StepTable.print(settings, machine(settings), names);
      case "predict" -> PredictTable.print(settings, names);
      case "programs" -> ProgramTable.print(settings, names);
      case "threads" -> ThreadTable.print(settings, names);
      case "shapes" -> ShapeTable.print(settings);
      case "fit" -> FitTable.print(settings);
      case "scale" -> ScaleTable.print(settings);
      case "all" -> all(settings, names);
      default -> throw new IllegalArgumentException("there is no table " + args[2]);
    }
  }

  private static void check(List<String> names) {
    List<String> known =
        Stream.concat(Stream.of(Workload.values()), Stream.of(WholeProgram.values()))
            .map(Enum::name)
            .distinct()
            .toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("there is no " + name + ", but " + known);
      }
    }
  }

  private static void all(Settings settings, List<String> names) {
    StepTable.print(settings, machine(settings), names);
    PredictTable.print(settings, names);
    ProgramTable.print(settings, names);
  }

  private static Machine machine(Settings settings) {
    Machine machine = Machine.measure(settings);
    machine.print(settings);
    return machine;
  }
}
