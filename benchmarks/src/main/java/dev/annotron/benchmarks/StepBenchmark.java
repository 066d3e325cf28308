package dev.annotron.benchmarks;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Model;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Training as users call it: {@code fit}, with its shuffling, copying and losses. One operation is
 * {@link Workload#steps()} steps.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class StepBenchmark {
  /** The row. */
  @Param public Workload workload = Workload.XOR;

  private Model model = workload.model();
  private Dataset data = workload.data();
  private FitOptions options = new FitOptions();

  /** Makes model and data. */
  @Setup
  public void prepare() {
    model = workload.model();
    data = workload.data();
    options = new FitOptions().epochs(workload.epochs()).batchSize(workload.batch()).verbose(0);
  }

  /** One call of {@code fit}. */
  @Benchmark
  public History fit() {
    return model.fit(data, options);
  }
}
