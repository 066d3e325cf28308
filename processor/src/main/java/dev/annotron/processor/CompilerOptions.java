package dev.annotron.processor;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.optimize.Passes;
import dev.annotron.processor.plan.Compute;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code -Aannotron...} asks of the stages.
 *
 * @param compute the way in which operations are computed
 * @param disabled the names of passes that do not run
 * @param memory the bytes that training a network may take
 */
public record CompilerOptions(Compute compute, Set<String> disabled, long memory) {
  static final String MEMORY = "annotron.memory";
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})([kmgt]?)");
  static final String COMPUTE = "annotron.compute";
  static final String DISABLE = "annotron.disable";

  /** Every operation in its best way, with all passes. */
  public static final CompilerOptions DEFAULTS = new CompilerOptions(Compute.AUTO, Set.of());

  /** Options for networks of any size. */
  public CompilerOptions(Compute compute, Set<String> disabled) {
    this(compute, disabled, Long.MAX_VALUE);
  }

  /** The names of the options. */
  public static Set<String> names() {
    return Set.of(COMPUTE, DISABLE, MEMORY);
  }

  /** The options; a value that is unknown is reported, and left out. */
  public static CompilerOptions of(Map<String, String> written, Report report) {
    return new CompilerOptions(
        compute(value(written, COMPUTE, "auto"), report),
        disabled(value(written, DISABLE, ""), report),
        written.containsKey(MEMORY) ? memory(value(written, MEMORY, ""), report) : Long.MAX_VALUE);
  }

  /** A number of bytes as {@code java -Xmx} takes it, such as {@code 512m}. */
  private static long memory(String value, Report report) {
    Matcher size = SIZE.matcher(value.toLowerCase(Locale.ROOT));
    if (size.matches()) {
      int power = size.group(2).isEmpty() ? 0 : "kmgt".indexOf(size.group(2)) + 1;
      return Long.parseLong(size.group(1)) << (10 * power);
    }
    unknown(MEMORY, value, "a number of bytes, such as 512m or 4g", report);
    return Long.MAX_VALUE;
  }

  /** What is written; an option without {@code =value} has none, which javac tells as null. */
  private static String value(Map<String, String> written, String option, String otherwise) {
    String value = written.getOrDefault(option, otherwise);
    return value == null ? "" : value;
  }

  private static Compute compute(String value, Report report) {
    for (Compute compute : Compute.values()) {
      if (text(compute).equals(value)) {
        return compute;
      }
    }
    String known =
        Arrays.stream(Compute.values())
            .map(CompilerOptions::text)
            .collect(Collectors.joining(", "));
    unknown(COMPUTE, value, "one of " + known, report);
    return Compute.AUTO;
  }

  private static Set<String> disabled(String value, Report report) {
    Set<String> disabled = new LinkedHashSet<>();
    for (String name : value.split(",", -1)) {
      if (Passes.names().contains(name)) {
        disabled.add(name);
      } else if (!name.isEmpty()) {
        String known = String.join(", ", new TreeSet<>(Passes.names()));
        unknown(DISABLE, name, "one of " + known, report);
      }
    }
    return Set.copyOf(disabled);
  }

  private static void unknown(String option, String value, String mend, Report report) {
    report.addAs(
        Code.OPTION,
        Position.NOWHERE,
        option,
        value.isEmpty() ? "no value given" : "unknown value " + value,
        "write " + mend);
  }

  private static String text(Compute compute) {
    return compute.name().toLowerCase(Locale.ROOT);
  }
}
