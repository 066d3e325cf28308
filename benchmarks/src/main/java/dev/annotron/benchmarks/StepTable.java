package dev.annotron.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Training: microseconds per step here and in other systems. */
final class StepTable {
  private StepTable() {}

  static void print(Settings settings, Machine machine, List<String> names) {
    List<Peer> peers =
        Stream.of(Peer.PYTORCH, Peer.JAX, Peer.SMILE, Peer.DL4J).filter(Peer::found).toList();
    Markdown.title("Training");
    Markdown.head(head(settings, peers));
    for (Workload workload : Workload.chosen(names)) {
      List<DoubleSupplier> measurements = new ArrayList<>();
      measurements.add(() -> Measured.step(workload, settings.threads()).microseconds());
      peers.forEach(p -> measurements.add(() -> p.measure("step", workload, settings.threads())));
      Markdown.row(row(workload, machine, peers, settings.medians(measurements)));
    }
  }

  private static List<String> head(Settings settings, List<Peer> peers) {
    List<String> head = new ArrayList<>();
    head.add("µs per step, " + settings.threads() + " threads");
    head.addAll(List.of("Annotron", "of the peak"));
    peers.forEach(peer -> head.addAll(List.of(peer.title(), "times faster")));
    head.addAll(List.of("target", "met"));
    return head;
  }

  private static List<String> row(
      Workload workload, Machine machine, List<Peer> peers, List<Double> times) {
    double here = times.getFirst();
    List<String> row = new ArrayList<>();
    row.add(workload.title());
    row.add(Markdown.number(here));
    row.add(Markdown.percent(machine.share(workload.multiplyAdds(), here)));
    Map<Peer, Double> there = new EnumMap<>(Peer.class);
    for (int i = 0; i < peers.size(); i++) {
      double time = times.get(i + 1);
      there.put(peers.get(i), time);
      row.add(Markdown.number(time));
      row.add(Markdown.number(time / here));
    }
    Target target = Target.step(workload);
    row.add(target.text());
    row.add(target.met(here, there));
    return row;
  }
}
