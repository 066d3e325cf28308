package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.NormalizationOp.Groups;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The values of a sample that are normalised together.
 *
 * @param places where they are among all values of all samples
 */
record Group(int[] places, double mean, double factor) {

  /** Every value normalised by its group. */
  static double[] normal(Groups groups, double[] x) {
    double[] normal = new double[x.length];
    for (Group group : of(groups, x)) {
      for (int i : group.places) {
        normal[i] = group.normal(x[i]);
      }
    }
    return normal;
  }

  /** The derivative by {@code x}, for the derivative {@code d} by the normalised values. */
  static double[] gradient(Groups groups, double[] x, double[] d) {
    double[] dx = new double[x.length];
    for (Group group : of(groups, x)) {
      double away = groups.centered() ? mean(group.places, i -> d[i]) : 0;
      double incline = mean(group.places, i -> d[i] * group.normal(x[i]));
      for (int i : group.places) {
        dx[i] = group.factor * (d[i] - away - group.normal(x[i]) * incline);
      }
    }
    return dx;
  }

  private static Iterable<Group> of(Groups groups, double[] x) {
    int size = groups.outer() * groups.groups() * groups.inner();
    return () ->
        IntStream.range(0, x.length / size * groups.groups())
            .mapToObj(
                number -> of(groups, x, number / groups.groups() * size, number % groups.groups()))
            .iterator();
  }

  private static Group of(Groups groups, double[] x, int sample, int group) {
    int[] places =
        IntStream.range(0, groups.outer() * groups.inner())
            .map(
                i ->
                    (i / groups.inner() * groups.groups() + group) * groups.inner()
                        + i % groups.inner()
                        + sample)
            .toArray();
    double mean = groups.centered() ? mean(places, i -> x[i]) : 0;
    double variance = mean(places, i -> (x[i] - mean) * (x[i] - mean));
    return new Group(places, mean, 1 / Math.sqrt(variance + groups.epsilon()));
  }

  private double normal(double value) {
    return (value - mean) * factor;
  }

  private static double mean(int[] places, IntToDoubleFunction value) {
    double sum = 0;
    for (int i : places) {
      sum += value.applyAsDouble(i);
    }
    return sum / places.length;
  }
}
