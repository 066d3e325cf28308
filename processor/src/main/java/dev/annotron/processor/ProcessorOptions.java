package dev.annotron.processor;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.diagnostics.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code -Aannotron...} asks of the processor itself; {@link CompilerOptions} has the rest.
 *
 * @param dump whether and where the text of all stages is shown
 * @param format whether generated code is formatted
 * @param report whether a page about each network is written beside its class
 * @param verbose whether times and stack traces are told
 * @param werror whether warnings are errors
 */
record ProcessorOptions(Dump dump, Format format, boolean report, boolean verbose, boolean werror) {
  private static final String PREFIX = "annotron.";
  static final String DUMP = "annotron.dump";
  static final String FORMAT = "annotron.format";
  static final String REPORT = "annotron.report";
  static final String VERBOSE = "annotron.verbose";
  static final String WERROR = "annotron.werror";

  /** Where the text of all stages goes. */
  enum Dump {
    NONE,
    /** A note of javac. */
    NOTE,
    /** A file beside the class files. */
    FILE
  }

  /** How generated code is laid out. */
  enum Format {
    /** With google-java-format, if it can be loaded: half a second for the first class. */
    AUTO,
    /** As JavaPoet leaves it, which is neat by itself; the default. */
    NONE
  }

  static Set<String> names() {
    return Set.of(DUMP, FORMAT, REPORT, VERBOSE, WERROR);
  }

  /** The options; a value that is unknown is reported, and its default taken. */
  static ProcessorOptions of(Map<String, String> written, Report report) {
    return new ProcessorOptions(
        choice(written, DUMP, Dump.NONE, report),
        choice(written, FORMAT, Format.NONE, report),
        choice(written, REPORT, Switch.FALSE, report) == Switch.TRUE,
        choice(written, VERBOSE, Switch.FALSE, report) == Switch.TRUE,
        choice(written, WERROR, Switch.FALSE, report) == Switch.TRUE);
  }

  static boolean isOurs(String name) {
    return name.startsWith(PREFIX);
  }

  /** Reports options that look like ours and are not. */
  static void checkNames(Set<String> written, Set<String> known, Report report) {
    for (String name : written) {
      if (isOurs(name) && !known.contains(name)) {
        String mend =
            Suggestion.nearest(name, known)
                .map("did you mean -A%s?"::formatted)
                .orElse("remove it, or write one of " + String.join(", ", new TreeSet<>(known)));
        report.addAs(Code.OPTION, Position.NOWHERE, name, "there is no such option", mend);
      }
    }
  }

  private enum Switch {
    FALSE,
    TRUE
  }

  private static <E extends Enum<E>> E choice(
      Map<String, String> written, String name, E otherwise, Report report) {
    if (!written.containsKey(name)) {
      return otherwise;
    }
    // An option without "=value" has a null value: a switch turned on.
    String value = written.get(name) == null ? "true" : written.get(name);
    List<E> choices = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
    for (E choice : choices) {
      if (text(choice).equals(value)) {
        return choice;
      }
    }
    String known = choices.stream().map(ProcessorOptions::text).collect(Collectors.joining(", "));
    String found = written.get(name) == null ? "no value given" : "unknown value " + value;
    report.addAs(Code.OPTION, Position.NOWHERE, name, found, "write one of " + known);
    return otherwise;
  }

  private static String text(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
