package dev.annotron.processor;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How long the stages of one network have taken, for {@code -Aannotron.verbose}. */
final class StageTimes {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<String, Long> nanos = new LinkedHashMap<>();

  /** Runs a part of a stage, and counts its time as the stage's. */
  <T> T of(String stage, Supplier<T> part) {
    long start = System.nanoTime();
    try {
      return part.get();
    } finally {
      nanos.merge(stage, System.nanoTime() - start, Long::sum);
    }
  }

  /** Such as {@code Xor 12.3 ms: read 2.0, layers 3.1, plans 4.0, source 3.2}. */
  String text(String network) {
    double all = nanos.values().stream().mapToLong(Long::longValue).sum() / NANOS_PER_MILLI;
    return nanos.entrySet().stream()
        .map(
            one ->
                String.format(
                    Locale.ROOT, "%s %.1f", one.getKey(), one.getValue() / NANOS_PER_MILLI))
        .collect(
            Collectors.joining(", ", String.format(Locale.ROOT, "%s %.1f ms: ", network, all), ""));
  }
}
