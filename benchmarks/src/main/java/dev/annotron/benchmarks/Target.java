package dev.annotron.benchmarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a row must reach.
 *
 * @param ratios how many times faster than other systems
 * @param best how many times faster than the fastest of them, or 0
 * @param limit the most microseconds, or infinity
 */
record Target(Map<Peer, Double> ratios, double best, double limit) {
  /** So many microseconds at most. */
  static Target atMost(double microseconds) {
    return new Target(Map.of(), 0, microseconds);
  }

  /** So many times faster than whichever system is fastest. */
  static Target best(double ratio) {
    return new Target(Map.of(), ratio, Double.POSITIVE_INFINITY);
  }

  static Target than(Peer peer, double ratio) {
    return new Target(Map.of(peer, ratio), 0, Double.POSITIVE_INFINITY);
  }

  Target and(Peer peer, double ratio) {
    Map<Peer, Double> more = new EnumMap<>(Peer.class);
    more.putAll(ratios);
    more.put(peer, ratio);
    return new Target(Map.copyOf(more), best, limit);
  }

  /** What was aimed at when training was measured first. */
  static Target step(Workload workload) {
    return switch (workload) {
      case XOR -> best(5);
      case DIGITS_32 -> than(Peer.JAX, 2).and(Peer.PYTORCH, 5);
      case DIGITS_128 -> than(Peer.JAX, 2).and(Peer.PYTORCH, 3);
      case DIGITS_1024 -> than(Peer.JAX, 1.5).and(Peer.PYTORCH, 2);
      case CONCRETE_32 -> than(Peer.JAX, 1.4).and(Peer.PYTORCH, 2);
      case CONCRETE_256 -> than(Peer.JAX, 1.2).and(Peer.PYTORCH, 1.4);
      case CNN -> than(Peer.PYTORCH, 2);
      case LSTM -> than(Peer.PYTORCH, 1.5);
      case WIDE -> than(Peer.JAX, 1.3).and(Peer.PYTORCH, 1.3);
    };
  }

  /** What was aimed at when predictions were measured first. */
  static Target predict(Workload workload) {
    return switch (workload) {
      case XOR -> atMost(0.05);
      case DIGITS_32, DIGITS_128, DIGITS_1024 -> atMost(2.5);
      case CONCRETE_32, CONCRETE_256 -> atMost(32);
      case CNN -> atMost(55);
      case LSTM, WIDE -> new Target(Map.of(), 0, Double.POSITIVE_INFINITY);
    };
  }

  String text() {
    StringJoiner parts = new StringJoiner(", ");
    if (best > 0) {
      parts.add("≥ " + shown(best) + " × the fastest");
    }
    for (Peer peer : Peer.values()) {
      if (ratios.containsKey(peer)) {
        parts.add("≥ " + shown(ratios.get(peer)) + " × " + peer.title());
      }
    }
    if (limit < Double.POSITIVE_INFINITY) {
      parts.add("≤ " + shown(limit));
    }
    return parts.toString();
  }

  /** Whether it is met; nothing if a system that it names was not measured. */
  String met(double here, Map<Peer, Double> there) {
    List<Double> known = there.values().stream().filter(time -> !Double.isNaN(time)).toList();
    boolean measured = best == 0 || !known.isEmpty();
    boolean met = here <= limit && known.stream().allMatch(time -> time >= best * here);
    for (Map.Entry<Peer, Double> ratio : ratios.entrySet()) {
      double time = there.getOrDefault(ratio.getKey(), Double.NaN);
      measured &= !Double.isNaN(time);
      met &= time >= ratio.getValue() * here;
    }
    return measured ? Markdown.met(met) : "";
  }

  private static String shown(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
