package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.ConfusionMatrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics against the numbers of scikit-learn; the file says how they were made. */
class ScikitLearnTest {
  private static final String FILE = "scikit-learn.txt";
  private static final float UNIT = 1 / 16f;

  /** A case: its lines by their first word. */
  private record Case(Map<String, String> lines) {
    String text(String name) {
      return Objects.requireNonNull(lines.get(name), name);
    }

    float[] floats(String name, float unit) {
      String[] words = text(name).split(" ");
      float[] floats = new float[words.length];
      for (int i = 0; i < words.length; i++) {
        floats[i] = Integer.parseInt(words[i]) * unit;
      }
      return floats;
    }

    int outputs() {
      return Integer.parseInt(text("outputs"));
    }

    float[] output() {
      return floats("output", UNIT);
    }

    float[] target() {
      return floats("target", lines.containsKey("R2_SCORE") ? UNIT : 1);
    }
  }

  private static Stream<Named<Case>> cases() throws IOException {
    try (InputStream in = ScikitLearnTest.class.getResourceAsStream(FILE)) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Named<Case>> cases =
          Arrays.stream(all.split("\n\n")).skip(1).map(ScikitLearnTest::read).toList();
      return cases.stream();
    }
  }

  private static Named<Case> read(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : text.strip().split("\n")) {
      int space = line.indexOf(' ');
      lines.put(line.substring(0, space), line.substring(space + 1));
    }
    return Named.of(Objects.requireNonNull(lines.get("case")), new Case(lines));
  }

  private static double measured(
      MetricFunction function, int outputs, float[] output, float[] target) {
    int rows = output.length / outputs;
    int targets = target.length / rows;
    Metrics metrics = new Metrics(List.of(function), outputs, targets, rows);
    // The last batch is smaller, as in training.
    for (int row = 0; row < rows; row += 4) {
      int count = Math.min(4, rows - row);
      float[] batch = Arrays.copyOfRange(output, row * outputs, (row + count) * outputs);
      metrics.add(batch, target, row * targets, count);
    }
    return metrics.value(0);
  }

  private static float[] oneHot(float[] labels, int classes) {
    float[] targets = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      targets[i * classes + (int) labels[i]] = 1;
    }
    return targets;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyMetricIsThatOfScikitLearn(Case samples) {
    int checked = 0;
    for (MetricFunction function : MetricFunction.values()) {
      String expected = samples.lines().get(function.name());
      if (expected != null) {
        boolean classes = function.name().contains("CATEGORICAL");
        float[] target = samples.target();
        if (classes) {
          assertMeasures(MetricFunction.valueOf("SPARSE_" + function), samples, target, expected);
          target = oneHot(target, samples.outputs());
        }
        assertMeasures(function, samples, target, expected);
        checked++;
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(4);
  }

  private static void assertMeasures(
      MetricFunction function, Case samples, float[] target, String expected) {
    assertThat(measured(function, samples.outputs(), samples.output(), target))
        .as(function.name())
        .isCloseTo(Double.parseDouble(expected), within(1e-12 * scale(expected)));
  }

  private static double scale(String expected) {
    return Math.max(1, Math.abs(Double.parseDouble(expected)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theConfusionMatrixIsThatOfScikitLearn(Case samples) {
    if (samples.lines().containsKey("confusion")) {
      int classes = samples.outputs();
      float[] output = samples.output();
      int[] answers = new int[output.length / classes];
      int[] actual = new int[answers.length];
      for (int i = 0; i < answers.length; i++) {
        answers[i] = Classes.largest(output, i * classes, classes);
        actual[i] = (int) samples.target()[i];
      }
      ConfusionMatrix matrix = ConfusionMatrix.of(actual, answers, classes);
      StringBuilder counts = new StringBuilder();
      for (long[] row : matrix.toArray()) {
        for (long count : row) {
          counts.append(counts.isEmpty() ? "" : " ").append(count);
        }
      }
      assertThat(counts.toString()).isEqualTo(samples.text("confusion"));
    }
  }

  @Test
  void everyMetricHasCases() throws IOException {
    List<String> names =
        cases().flatMap(samples -> samples.getPayload().lines().keySet().stream()).toList();
    for (MetricFunction function : MetricFunction.values()) {
      assertThat(names).contains(function.name().replace("SPARSE_", ""));
    }
  }
}
