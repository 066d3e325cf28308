package dev.annotron.benchmarks;

import dev.annotron.runtime.Model;
import java.util.EnumSet;
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

/** Prediction of one sample into an array that is there. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class PredictBenchmark {
  /** The row. */
  @Param({"XOR", "DIGITS_32", "CONCRETE_32", "CNN"})
  public Workload workload = Workload.XOR;

  private Model model = workload.model();
  private float[] x = workload.sample();
  private float[] out = model.predict(x);

  /** Whether a workload is one of those whose predictions are measured: one per network. */
  static boolean has(Workload workload) {
    return EnumSet.of(Workload.XOR, Workload.DIGITS_32, Workload.CONCRETE_32, Workload.CNN)
        .contains(workload);
  }

  /** Makes the model and a sample. */
  @Setup
  public void prepare() {
    model = workload.model();
    x = workload.sample();
    out = model.predict(x);
  }

  /** One prediction. */
  @Benchmark
  public float[] predict() {
    model.predict(x, out);
    return out;
  }
}
