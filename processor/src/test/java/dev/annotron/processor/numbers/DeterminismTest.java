package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.CompilerOptions;
import dev.annotron.processor.plan.Compute;
import dev.annotron.runtime.Weight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same seed is the same network, bit for bit; and the same model is the same text. */
final class DeterminismTest {

  @ParameterizedTest
  @EnumSource(Compute.class)
  void aSeedGivesTheSameBitsInOneProcess(Compute compute) {
    Network network = Workshop.network(Examples.small(), Variant.of(compute));
    String trained = TrainingProgram.trained(network, 11);
    assertThat(TrainingProgram.trained(network, 11)).isEqualTo(trained);
    assertThat(TrainingProgram.trained(network, 12)).isNotEqualTo(trained);
  }

  @Test
  void aSeedGivesTheSameBitsInAnotherProcess() throws IOException, InterruptedException {
    List<Compute> ways = List.of(Compute.values());
    List<String> here =
        ways.stream()
            .map(way -> Workshop.network(Examples.small(), Variant.of(way)))
            .map(network -> TrainingProgram.trained(network, 11))
            .toList();
    assertThat(otherProcess(ways)).isEqualTo(here);
  }

  @Test
  void everyNumberIsASeed() {
    Network network = Workshop.network(Examples.small(), Variant.of(Compute.AUTO));
    Set<String> starts = new HashSet<>();
    List<Long> seeds = List.of(0L, 1L, -1L, 2L, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE);
    for (long seed : seeds) {
      Computed computed = new Computed(network.create(seed));
      starts.add(Arrays.toString(computed.bits()));
      for (Weight weight : computed.model().weights()) {
        if (weight.name().endsWith("/kernel")) {
          assertThat(weight.toArray()).as(weight.name()).doesNotContain(0f);
        }
      }
    }
    assertThat(starts).hasSameSizeAs(seeds);
  }

  @Test
  void theAnnotatedSeedIsTheDefault() {
    Network network = Workshop.network(Examples.xor(), Variant.of(Compute.AUTO));
    byte[] annotated = new Computed(network.create()).bits();
    assertThat(annotated).isEqualTo(new Computed(network.create(7)).bits());
  }

  @Test
  void aModelIsTheSameTextEachTime() {
    for (long seed = 0; seed < 20; seed++) {
      CompilerOptions options = CompilerOptions.DEFAULTS;
      String text = Workshop.source(RandomNetwork.of(seed), options);
      assertThat(Workshop.source(RandomNetwork.of(seed), options)).isEqualTo(text);
    }
  }

  private static List<String> otherProcess(List<Compute> ways)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dannotron.native=" + System.getProperty("annotron.native", "auto"),
            "-classpath",
            System.getProperty("java.class.path"),
            TrainingProgram.class.getName());
    Process process =
        new ProcessBuilder(
                Stream.concat(command.stream(), ways.stream().map(Compute::name)).toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }
}
