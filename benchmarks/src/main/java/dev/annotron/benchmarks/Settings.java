package dev.annotron.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * How often everything is measured, and on how many threads.
 *
 * @param rounds how often; the median counts
 * @param threads the threads of this project's kernels and of other systems
 */
record Settings(int rounds, int threads) {
  Settings {
    if (rounds < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "rounds and threads must be at least 1; found " + rounds + " and " + threads);
    }
  }

  /** Measures each in turn, round after round, and gives the median of each. */
  List<Double> medians(List<? extends DoubleSupplier> measurements) {
    List<List<Double>> all = new ArrayList<>();
    measurements.forEach(_ -> all.add(new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < all.size(); i++) {
        all.get(i).add(measurements.get(i).getAsDouble());
      }
    }
    return all.stream().map(Settings::median).toList();
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
