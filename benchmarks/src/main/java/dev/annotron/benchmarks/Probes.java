package dev.annotron.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Microseconds of a training step of many shapes, each network in a process of its own. */
final class Probes {
  private static final Path CLASSES = Path.of("target", "shapes");

  private Probes() {}

  /** Measures all shapes round after round; gives the medians. */
  static Map<Shape, Double> microseconds(Collection<Shape> shapes, Settings settings, int threads) {
    ShapeCompiler.compile(shapes, CLASSES);
    Map<String, List<Shape>> networks = new LinkedHashMap<>();
    for (Shape shape : shapes) {
      networks.computeIfAbsent(shape.name(), _ -> new ArrayList<>()).add(shape);
    }
    Map<Shape, List<Double>> times = new LinkedHashMap<>();
    for (int round = 0; round < settings.rounds(); round++) {
      for (List<Shape> network : networks.values()) {
        List<Double> measured = probe(network, threads);
        for (int i = 0; i < network.size(); i++) {
          times.computeIfAbsent(network.get(i), _ -> new ArrayList<>()).add(measured.get(i));
        }
      }
    }
    Map<Shape, Double> medians = new LinkedHashMap<>();
    times.forEach((shape, values) -> medians.put(shape, Settings.median(values)));
    return medians;
  }

  /** One network with its batches. */
  private static List<Double> probe(List<Shape> network, int threads) {
    Shape first = network.getFirst();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dannotron.threads=" + threads);
    command.add("-cp");
    command.add(CLASSES + File.pathSeparator + System.getProperty("java.class.path", ""));
    command.add(ShapeProbe.class.getName());
    command.add(Integer.toString(first.width()));
    command.add(Integer.toString(first.depth()));
    network.forEach(shape -> command.add(Integer.toString(shape.batch())));
    Program.Run run = new Program(first.name(), command, Map.of()).run();
    if (run.exit() != 0) {
      throw new IllegalStateException(first.name() + " failed; see " + Program.LOG);
    }
    List<Double> times = new ArrayList<>();
    for (String word : run.text().strip().split(" ")) {
      times.add(Double.valueOf(word));
    }
    return times;
  }
}
