package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.kernel.ForkedJvm.Output;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers are divided by their inputs or samples only while the sums of the parts are not large. */
class LargeSumsTest {
  /** Sums of 24 parts have 110 MB, those of 60 would have 283: see {@code may_sum} in dense.cpp. */
  @ParameterizedTest
  @CsvSource({
    "inputs, 24, true",
    "inputs, 60, false",
    "samples, 24, true",
    "samples, 60, false",
  })
  void partsShareAResultIfSumsWouldNeedMuchMemory(String parts, int threads, boolean sums)
      throws Exception {
    Output output =
        ForkedJvm.run(
            LargeSums.class,
            new String[] {parts},
            "--enable-native-access=ALL-UNNAMED",
            "-Dannotron.native=required",
            "-Dannotron.threads=" + threads);
    assertThat(output.status()).as(output.text()).isZero();
    String[] numbers = output.text().strip().split(" ");
    assertThat(Integer.parseInt(numbers[0]) > 90).as("grew by %s MB", numbers[0]).isEqualTo(sums);
    assertThat(numbers[1]).as("wrong results").isEqualTo("0");
  }
}
