package dev.annotron.examples;

import dev.annotron.runtime.AnnotronException;

/** Runs an example: reads its options, prints its result line, turns mistakes into exit codes. */
public final class Example {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final double NANOS_PER_SECOND = 1e9;

  private Example() {}

  /** What an example does; it prints what it finds and gives what scripts want to know. */
  public interface Body {
    /** Trains and tries a network. */
    Result run(Options options);
  }

  /**
   * The whole of an example's {@code main}. Ends the process with 1 if the example fails, with 2 if
   * it is called wrongly or its data are missing.
   */
  public static void main(String name, Body body, String... args) {
    long start = System.nanoTime();
    int exit = run(name, body, start, args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  private static int run(String name, Body body, long start, String... args) {
    try {
      Options options = Options.parse(args, System.getenv("ANNOTRON_DATA"));
      if (options.help()) {
        System.out.print("Usage: examples/run " + name + " [options]\n" + Options.HELP);
        return 0;
      }
      Result result = body.run(options);
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      System.out.println(result.add("seconds", seconds));
      return 0;
    } catch (UsageException e) {
      System.err.println(name + ": " + e.getMessage());
      return USAGE;
    } catch (AnnotronException e) {
      System.err.println(name + ": " + e.getMessage());
      return FAILED;
    }
  }
}
