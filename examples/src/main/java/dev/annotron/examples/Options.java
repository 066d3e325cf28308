package dev.annotron.examples;

import dev.annotron.runtime.FitOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The options of a command line.
 *
 * @param epochs passes over the data; null for as many as annotated
 * @param samples how many samples to look at, where an example has many; null for all
 * @param runs how often to train, each time from another seed, where an example tells a mean
 * @param data the directory with data sets; null if none was named
 * @param out the directory for files that an example writes
 * @param verbose as in {@link FitOptions#verbose(int)}
 * @param help whether only the options are to be shown
 */
public record Options(
    @Nullable Integer epochs,
    @Nullable Integer samples,
    int runs,
    @Nullable Path data,
    Path out,
    int verbose,
    boolean help) {

  /** The options in words. */
  static final String HELP =
      """
      Options:
        --epochs N    passes over the data, instead of the annotated number
        --samples N   train on the first N digits, and test with N at most (examples with MNIST)
        --runs N      train N times from different seeds and tell the mean ("concrete" only)
        --data DIR    the directory with data sets, instead of ANNOTRON_DATA
        --out DIR     where pictures and reports go, instead of target/examples
        --verbose N   0 silent, 1 a progress bar or some lines, 2 a line per epoch
        --help        this text
      """;

  /**
   * Reads a command line; {@code environment} is the directory that ANNOTRON_DATA names, if it is
   * set.
   *
   * @throws UsageException if an option is unknown or has a value that it cannot have
   */
  static Options parse(String[] args, @Nullable String environment) {
    Integer epochs = null;
    Integer samples = null;
    int runs = 1;
    String data = environment;
    String out = "target/examples";
    int verbose = 1;
    boolean help = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--epochs" -> epochs = number(args, ++i, 1, Integer.MAX_VALUE);
        case "--samples" -> samples = number(args, ++i, 1, Integer.MAX_VALUE);
        case "--runs" -> runs = number(args, ++i, 1, 1000);
        case "--verbose" -> verbose = number(args, ++i, 0, 2);
        case "--data" -> data = value(args, ++i);
        case "--out" -> out = value(args, ++i);
        case "--help", "-h" -> help = true;
        default -> throw new UsageException("unknown option " + args[i] + "\n" + HELP.strip());
      }
    }
    Path directory = data == null || data.isEmpty() ? null : Path.of(data);
    return new Options(epochs, samples, runs, directory, Path.of(out), verbose, help);
  }

  private static String value(String[] args, int at) {
    if (at == args.length) {
      throw new UsageException("no value after " + args[at - 1] + "\n" + HELP.strip());
    }
    return args[at];
  }

  private static int number(String[] args, int at, int least, int most) {
    String text = value(args, at);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, together with numbers out of range.
    }
    String range = most == Integer.MAX_VALUE ? "of at least " + least : least + " to " + most;
    throw new UsageException(
        args[at - 1] + " is \"" + text + "\"; expected a whole number " + range);
  }

  /** What training is asked for. */
  public FitOptions fit() {
    FitOptions fit = new FitOptions().verbose(verbose);
    return epochs == null ? fit : fit.epochs(epochs);
  }

  /** Writes a file to a path that it is given. */
  public interface Writer {
    /** Writes the whole file. */
    void write(Path file) throws IOException;
  }

  /**
   * Writes a file into {@link #out}, which is made if need be, and tells its path.
   *
   * @throws UsageException if it cannot be written
   */
  public void write(String name, Writer writer) {
    Path file = out.resolve(name);
    try {
      Files.createDirectories(out);
      writer.write(file);
    } catch (IOException e) {
      throw new UsageException(
          file + " cannot be written: " + e.getMessage() + "\nName another directory: --out DIR");
    }
    System.out.println("Wrote " + file);
  }

  /**
   * The files of a data set, in the order of {@code names}.
   *
   * @param origin what the data set is and who made it
   * @throws UsageException if no directory was named, or if a file is not in it
   */
  public Path[] files(String origin, String... names) {
    if (data == null) {
      throw missing("no directory with data sets was named", origin, names);
    }
    Path[] files = new Path[names.length];
    for (int i = 0; i < names.length; i++) {
      files[i] = data.resolve(names[i]);
      if (!Files.isRegularFile(files[i])) {
        throw missing("there is no file " + files[i], origin, names);
      }
    }
    return files;
  }

  private static UsageException missing(String found, String origin, String... names) {
    return new UsageException(
        found
            + "\nThis example reads\n  "
            + String.join("\n  ", names)
            + "\nfrom "
            + origin
            + ".\n"
            + "Name the directory that holds them with --data DIR or the variable"
            + " ANNOTRON_DATA.");
  }
}
