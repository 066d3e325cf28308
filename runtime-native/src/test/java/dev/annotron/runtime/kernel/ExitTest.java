package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.kernel.ForkedJvm.Output;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitTest {
  /**
   * With 80 threads, some wait before OpenBLAS, which computes where the baseline is forced; with
   * two threads a kernel, some are not Java's.
   */
  @ParameterizedTest
  @CsvSource({"8, 1, best", "8, 2, best", "8, 1, baseline", "8, 2, baseline", "80, 1, baseline"})
  void theProcessEndsInSilenceWhileDaemonsCompute(String daemons, int threads, String set)
      throws Exception {
    Output output =
        ForkedJvm.run(
            ExitWhileComputing.class,
            new String[] {daemons, set},
            "--enable-native-access=ALL-UNNAMED",
            "-XX:-CreateCoredumpOnCrash",
            "-Dannotron.native=required",
            "-Dannotron.threads=" + threads);
    assertThat(output.text()).isEqualTo("exits, NativeKernels\n");
    assertThat(output.status()).isZero();
  }
}
