package dev.annotron.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.ProgressDisplay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ProgressBarFactoryTest {
  /** Every step is shown. */
  private static final Duration ALWAYS = Duration.ZERO;

  private static final Duration NEVER = Duration.ofDays(1);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ProgressDisplay.Factory factory(Duration interval, Charset charset) {
    return new ProgressBarFactory(new PrintStream(bytes, false, charset), 80, interval);
  }

  private String shown(Charset charset) {
    return bytes.toString(charset).replace(System.lineSeparator(), "\n");
  }

  private String shown() {
    return shown(StandardCharsets.UTF_8);
  }

  private static void train(ProgressDisplay display, int steps, String summary) {
    for (int i = 1; i <= steps; i++) {
      display.show(i, () -> "loss: 0.5000  accuracy: 0.75");
    }
    display.close(summary);
  }

  @Test
  void drawsStepsTimeAndValues() {
    train(factory(ALWAYS, StandardCharsets.UTF_8).open(3, 10, 1875), 845, "");

    assertThat(shown())
        .containsPattern(
            "\rEpoch  3/10 45% \\|█+ +\\| 845/1875 {2}\\d\\d:\\d\\d"
                + " {2}loss: 0\\.5000 {2}accuracy: 0\\.75\n$");
  }

  @Test
  void endsWithTheValuesInPlaceOfTheBar() {
    train(factory(ALWAYS, StandardCharsets.UTF_8).open(1, 2, 4), 4, "loss: 0.1  accuracy: 0.9");

    assertThat(shown()).contains("\rEpoch 1/2 100% ");
    assertThat(shown())
        .containsPattern("\rEpoch 1/2 {2}loss: 0.1 {2}accuracy: 0.9 {2}\\(\\d+\\.\\d s\\) +\n$");
  }

  @Test
  void drawsWithPlainCharactersWhereOthersCannotBeWritten() {
    train(factory(ALWAYS, StandardCharsets.US_ASCII).open(1, 1, 4), 2, "");

    assertThat(shown(StandardCharsets.US_ASCII)).containsPattern("Epoch 1/1 50% \\|=+ +\\| 2/4 ");
  }

  @Test
  void keepsToOneLineOfTheTerminal() {
    train(factory(ALWAYS, StandardCharsets.UTF_8).open(1, 1, 1_000_000), 1000, "");

    List<String> drawn = List.of(shown().strip().split("\r"));
    assertThat(drawn).isNotEmpty().allSatisfy(bar -> assertThat(bar).hasSizeLessThan(80));
  }

  @Test
  void showsNoBarForShortEpochs() {
    ProgressDisplay.Factory factory = factory(NEVER, StandardCharsets.UTF_8);
    train(factory.open(1, 2, 5), 5, "loss: 1");
    train(factory.open(2, 2, 5), 3, "");

    assertThat(shown()).matches("Epoch 1/2 {2}loss: 1 {2}\\(\\d+\\.\\d s\\)\n");
  }

  @Test
  void goesOnBelowAStoppedEpoch() {
    ProgressDisplay.Factory factory = factory(ALWAYS, StandardCharsets.UTF_8);
    train(factory.open(1, 2, 4), 2, "");
    train(factory.open(2, 2, 4), 4, "loss: 1");

    assertThat(shown()).containsPattern(" 2/4 .*\n\rEpoch 2/2 ").doesNotContain("Epoch 1/2  loss");
  }

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(ProgressDisplay.Factory.class))
        .hasExactlyElementsOfTypes(ProgressBarFactory.class);
  }

  @Test
  void believesTheEnvironmentAboutTheWidth() {
    assertThat(ProgressBarFactory.width("132")).isEqualTo(132);
    assertThat(ProgressBarFactory.width(null)).isEqualTo(80);
    assertThat(ProgressBarFactory.width("")).isEqualTo(80);
    assertThat(ProgressBarFactory.width("0")).isEqualTo(80);
    assertThat(ProgressBarFactory.width("99999")).isEqualTo(80);
  }
}
