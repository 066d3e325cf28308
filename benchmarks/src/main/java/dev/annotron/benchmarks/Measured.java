package dev.annotron.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What JMH measured in a virtual machine of its own.
 *
 * @param microseconds the median of the iterations
 * @param bytes what one operation allocates
 */
record Measured(double microseconds, double bytes) {
  /** One training step of a workload, from calls of {@code fit}. */
  static Measured step(Workload workload, int threads) {
    Measured whole = of(StepBenchmark.class, workload, threads);
    return new Measured(whole.microseconds / workload.steps(), whole.bytes / workload.steps());
  }

  /** One prediction of one sample. */
  static Measured predict(Workload workload, int threads) {
    return of(PredictBenchmark.class, workload, threads);
  }

  private static Measured of(Class<?> benchmark, Workload workload, int threads) {
    try {
      RunResult result =
          new Runner(
                  new OptionsBuilder()
                      .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                      .param("workload", workload.name())
                      .verbosity(VerboseMode.SILENT)
                      .addProfiler(GCProfiler.class)
                      .jvmArgs(
                          "--enable-native-access=ALL-UNNAMED",
                          "--sun-misc-unsafe-memory-access=allow",
                          "-Dannotron.threads=" + threads)
                      .build())
              .runSingle();
      Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
      return new Measured(
          result.getPrimaryResult().getStatistics().getPercentile(50),
          bytes == null ? Double.NaN : bytes.getScore());
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not run " + workload, e);
    }
  }
}
