package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Training steps and predictions allocate nothing, on the heap and off it. */
final class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int STEPS_PER_EPOCH = 500;

  /** Less than an object a step would be, enough for what an epoch notes. */
  private static final long BYTES_PER_EPOCH = 2_000;

  /** Each is 5,000 predictions; some milliseconds, of which the compiler may need many. */
  private static final int MOST_TRIES = 2_000;

  static Stream<Variant> variants() {
    return Variant.all();
  }

  /** A small network in every way of computing, and one that is kernel calls in each. */
  static Stream<Arguments> networks() {
    return Stream.concat(
        variants().map(variant -> Arguments.of(Examples.small(), variant)),
        Stream.of(Variant.of(Compute.AUTO), new Variant(Compute.NATIVE, Set.of(), true))
            .map(variant -> Arguments.of(Examples.everyFamily(), variant)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aTrainingStepAllocatesNothing(ModelSpec spec, Variant variant) {
    Model model = Workshop.network(spec, variant).create(1);
    Dataset data = Examples.smallData(STEPS_PER_EPOCH * 4).dataset();
    FitOptions options = new FitOptions().batchSize(4).verbose(0);
    for (int i = 0; i < 10; i++) {
      model.fit(data, options.epochs(3));
    }
    long one = allocated(() -> model.fit(data, options.epochs(1)));
    long three = allocated(() -> model.fit(data, options.epochs(3)));
    assertThat((three - one) / 2).as("bytes per epoch").isLessThan(BYTES_PER_EPOCH);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aPredictionAllocatesNothing(ModelSpec spec, Variant variant) {
    Model model = Workshop.network(spec, variant).create(1);
    float[] x = Examples.smallData(1).inputs()[0];
    float[] out = new float[3];
    Runnable predictions =
        () -> {
          for (int i = 0; i < 1000; i++) {
            model.predict(x, out);
          }
        };
    // What is short-lived is allocated until the code is compiled, which waits for a processor.
    long bytes = allocated(predictions);
    for (int tries = 1; bytes >= 1000 && tries < MOST_TRIES; tries++) {
      bytes = allocated(predictions);
    }
    assertThat(bytes).as("bytes in 1000 predictions").isLessThan(1000);
  }

  /** The measure itself must see an object. */
  @ParameterizedTest
  @MethodSource("variants")
  void predictionsThatReturnArraysAreSeen(Variant variant) {
    Model model = Workshop.network(Examples.small(), variant).create(1);
    float[] x = Examples.smallData(1).inputs()[0];
    float[][] kept = new float[1000][];
    long bytes =
        allocated(
            () -> {
              for (int i = 0; i < kept.length; i++) {
                kept[i] = model.predict(x);
              }
            });
    assertThat(bytes).isGreaterThan(kept.length * 12L);
  }

  /** Bytes allocated by this thread; the least of some runs, as the JVM allocates now and then. */
  private static long allocated(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 5; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
