package dev.annotron.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Predictions of one sample: microseconds here and in other systems, and what they allocate. */
final class PredictTable {
  private PredictTable() {}

  static void print(Settings settings, List<String> names) {
    List<Peer> peers = Stream.of(Peer.values()).filter(Peer::found).toList();
    Markdown.title("Inference: one sample");
    Markdown.head(head(peers));
    for (Workload workload : Workload.chosen(names)) {
      if (PredictBenchmark.has(workload)) {
        Allocation bytes = new Allocation();
        List<DoubleSupplier> measurements = new ArrayList<>();
        measurements.add(() -> bytes.seen(Measured.predict(workload, settings.threads())));
        peers.forEach(
            peer -> measurements.add(() -> peer.measure("predict", workload, settings.threads())));
        List<Double> times = settings.medians(measurements);
        Markdown.row(row(workload, bytes.most, peers, times));
      }
    }
  }

  /** The most bytes that any round allocated. */
  private static final class Allocation {
    private double most;

    double seen(Measured measured) {
      most = Math.max(most, measured.bytes());
      return measured.microseconds();
    }
  }

  private static List<String> head(List<Peer> peers) {
    List<String> head = new ArrayList<>(List.of("µs", "Annotron", "bytes allocated"));
    peers.forEach(peer -> head.addAll(List.of(peer.title(), "times faster")));
    head.addAll(List.of("target", "met"));
    return head;
  }

  private static List<String> row(
      Workload workload, double bytes, List<Peer> peers, List<Double> times) {
    double here = times.getFirst();
    List<String> row = new ArrayList<>();
    row.add(workload.network());
    row.add(Markdown.number(here));
    row.add(Double.isNaN(bytes) ? "" : Long.toString(Math.round(bytes)));
    Map<Peer, Double> there = new EnumMap<>(Peer.class);
    for (int i = 0; i < peers.size(); i++) {
      double time = times.get(i + 1);
      there.put(peers.get(i), time);
      row.add(Markdown.number(time));
      row.add(Markdown.number(time / here));
    }
    Target target = Target.predict(workload);
    row.add(target.text());
    row.add(target.met(here, there));
    return row;
  }
}
