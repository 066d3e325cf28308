package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** What the kernels of {@link JavaNormalizations} over groups have in common. */
final class JavaStatistics {
  private static final ThreadLocal<double[]> TOTALS = ThreadLocal.withInitial(() -> new double[0]);

  private JavaStatistics() {}

  /** The mean of a group of the sample at {@code xAt}, or 0 where none is taken away. */
  static float mean(MemorySegment x, long xAt, NormalGroups groups, int group) {
    if (!groups.centered()) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < groups.count(); i++) {
      sum += x.getAtIndex(JAVA_FLOAT, xAt + groups.place(group, i));
    }
    return (float) (sum / groups.count());
  }

  /** The inverse of a group's deviation. */
  static float factor(MemorySegment x, long xAt, NormalGroups groups, int group, float mean) {
    double squares = 0;
    for (int i = 0; i < groups.count(); i++) {
      double distance = x.getAtIndex(JAVA_FLOAT, xAt + groups.place(group, i)) - mean;
      squares += distance * distance;
    }
    return (float) (1 / Math.sqrt(squares / groups.count() + groups.epsilon()));
  }

  /** A gradient behind the gain of its place. */
  static float scaled(
      MemorySegment dy,
      long dyAt,
      MemorySegment gamma,
      long gammaAt,
      int place,
      NormalGroups groups) {
    float d = dy.getAtIndex(JAVA_FLOAT, dyAt + place);
    return gammaAt < 0 ? d : d * gamma.getAtIndex(JAVA_FLOAT, gammaAt + place % groups.scaled());
  }

  /** Memory of this thread, cleared; only as much as asked for may be used. */
  static double[] zeros(int count) {
    double[] totals = TOTALS.get();
    if (totals.length < count) {
      totals = new double[count];
      TOTALS.set(totals);
    }
    Arrays.fill(totals, 0, count, 0);
    return totals;
  }
}
