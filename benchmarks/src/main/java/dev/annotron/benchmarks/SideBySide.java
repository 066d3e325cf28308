package dev.annotron.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** Two things measured in close turns, each turn of the one with one of the other beside it. */
final class SideBySide {
  private final List<Double> first = new ArrayList<>();
  private final List<Double> second = new ArrayList<>();

  /** Takes so many turns; which goes first changes. */
  void take(int turns, DoubleSupplier one, DoubleSupplier other) {
    for (int i = 0; i < turns; i++) {
      if (i % 2 == 0) {
        first.add(one.getAsDouble());
        second.add(other.getAsDouble());
      } else {
        second.add(other.getAsDouble());
        first.add(one.getAsDouble());
      }
    }
  }

  double first() {
    return Settings.median(first);
  }

  double second() {
    return Settings.median(second);
  }

  /** How many times the first took as long as the second: a quantile over the turns. */
  double ratio(double share) {
    List<Double> ratios =
        IntStream.range(0, first.size())
            .mapToObj(i -> first.get(i) / second.get(i))
            .sorted()
            .toList();
    return ratios.get((int) Math.round(share * (ratios.size() - 1)));
  }
}
