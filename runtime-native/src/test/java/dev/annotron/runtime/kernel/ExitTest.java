package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.kernel.ForkedJvm.Output;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitTest {
  /** With 80 threads, some wait before OpenBLAS; with two threads a kernel, some are not Java's. */
  @ParameterizedTest
  @CsvSource({"8, 1", "8, 1", "8, 2", "80, 1"})
  void theProcessEndsInSilenceWhileDaemonsCompute(String daemons, int threads) throws Exception {
    Output output =
        ForkedJvm.run(
            ExitWhileComputing.class,
            new String[] {daemons},
            "--enable-native-access=ALL-UNNAMED",
            "-XX:-CreateCoredumpOnCrash",
            "-Dannotron.native=required",
            "-Dannotron.threads=" + threads);
    assertThat(output.text()).isEqualTo("exits, NativeKernels\n");
    assertThat(output.status()).isZero();
  }
}
