package dev.annotron.benchmarks;

import dev.annotron.benchmarks.networks.DigitsNet;
import dev.annotron.benchmarks.networks.WatchedDigitsNet;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.callback.EarlyStopping;
import dev.annotron.runtime.callback.ReduceLROnPlateau;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What metrics, callbacks and a time limit add to training: an operation is 1000 steps of the
 * digits at batch 32, bare and watched.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FitBenchmark {
  private static final int EPOCHS = 5;

  private final Dataset data = Workload.DIGITS_32.data();
  private Model bare = new DigitsNet();
  private Model watched = new WatchedDigitsNet();
  private FitOptions options = new FitOptions();
  private FitOptions watching = new FitOptions();
  private long steps;

  /** Makes models and options. */
  @Setup
  public void prepare() {
    bare = new DigitsNet();
    watched = new WatchedDigitsNet();
    options = new FitOptions().epochs(EPOCHS).verbose(0);
    watching =
        options
            .timeLimit(Duration.ofDays(1))
            .callback(new EarlyStopping("loss").patience(1000))
            .callback(new ReduceLROnPlateau("loss").patience(1000))
            .onEpochEnd(training -> steps += training.values().size())
            .onBatchEnd(training -> steps += training.step());
  }

  /** Without anything. */
  @Benchmark
  public History bare() {
    return bare.fit(data, options);
  }

  /** With metrics, callbacks and a limit. */
  @Benchmark
  public History watched() {
    return watched.fit(data, watching);
  }
}
