package dev.annotron.peers;

import java.util.ArrayList;
import java.util.List;

/** How long a call takes once it is warm. */
public final class Timing {
  private static final double SHORTEST = 0.02;
  private static final double WARM_UP = 2;
  private static final double SECONDS = 2;
  private static final int FEWEST = 3;

  private Timing() {}

  /** A call. */
  public interface Call {
    /** Does it. */
    void run() throws Exception;
  }

  /**
   * The median microseconds of a call after a warm-up, each measurement of so many calls that it
   * takes 20 ms or more.
   */
  public static double microseconds(Call call) throws Exception {
    int count = warm(call);
    List<Double> times = new ArrayList<>();
    for (long start = System.nanoTime(); since(start) < SECONDS || times.size() < FEWEST; ) {
      times.add(measure(call, count) / count);
    }
    times.sort(null);
    return times.get(times.size() / 2) * 1e6;
  }

  /** Calls until it is warm; gives the calls of one measurement. */
  private static int warm(Call call) throws Exception {
    int count = 1;
    for (long start = System.nanoTime(); since(start) < WARM_UP; ) {
      count = (int) Math.clamp(SHORTEST / measure(call, count) * count, 1, 10_000_000);
    }
    return count;
  }

  private static double measure(Call call, int count) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      call.run();
    }
    return since(start);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
