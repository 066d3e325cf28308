package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.Marks.Mark;
import dev.annotron.processor.TestCompiler.Result;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Unrelated mistakes are all told at once: mending some shows no other. */
class SevenMistakesTest {
  private static final String SOURCE =
      """
      package model;

      import dev.annotron.*;

      @Network
      @Train(loss = Loss<LOSS>.BINARY_CROSSENTROPY, metrics = Metric<METRIC>)
      @Sgd(learningRate = <RATE>)
      public interface Seven {
        @Input(2) Tensor bits();
        @Dense(units = <UNITS>, activation = Activation.RELU) Tensor hidden();
        @Dense(units = 3, activation = Activation.RELU) Tensor left(Tensor <NAME>);
        @Flatten <INIT> Tensor flat();
        @Dense(units = <SIZE>, activation = Activation.RELU) Tensor two(Tensor bits);
        @Add Tensor sum(Tensor bits, Tensor <SUM> two);
        @Concatenate Tensor all(Tensor hidden, Tensor flat, Tensor sum);
        @Dense(units = 1, activation = Activation.<ACTIVATION>) Tensor answer();
      }
      """;

  /** Where a mistake stands, what is wrong there, and what is right. */
  private record Mistake(List<String> places, List<String> wrong, List<String> right) {
    static Mistake of(String place, String code, String words, String wrong, String right) {
      return new Mistake(List.of(place), List.of(mark(code, words) + wrong), List.of(right));
    }

    static String mark(String code, String words) {
      return "/* ERROR: %s \"%s\" */ ".formatted(code, words);
    }

    String in(String source, boolean mended) {
      String text = source;
      for (int i = 0; i < places.size(); i++) {
        text = text.replace("<" + places.get(i) + ">", (mended ? right : wrong).get(i));
      }
      return text;
    }
  }

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake(
              List.of("LOSS", "ACTIVATION"),
              List.of(Mistake.mark("LOSS_OUTPUT", "needs values between 0 and 1"), "TANH"),
              List.of("", "SIGMOID")),
          Mistake.of(
              "METRIC",
              "METRIC_LOSS",
              "cannot be measured beside",
              ".TOP_K_CATEGORICAL_ACCURACY",
              ".ACCURACY"),
          Mistake.of("RATE", "ATTRIBUTE_RANGE", "learningRate of @Sgd is -0.1", "-0.1", "0.1"),
          Mistake.of("UNITS", "ATTRIBUTE_RANGE", "units of @Dense is 0", "0", "4"),
          Mistake.of("NAME", "LAYER_UNKNOWN", "did you mean hidden?", "hiden", "hidden"),
          Mistake.of(
              "INIT",
              "MODIFIER_LAYER",
              "@Init has nothing to say about @Flatten",
              "@Init(Initializer.ONES)",
              ""),
          new Mistake(
              List.of("SUM", "SIZE"),
              List.of(Mistake.mark("SHAPE_MISMATCH", "[2] and [3]"), "3"),
              List.of("", "2")));

  @TempDir private Path output;

  /** None mended, each one alone, the first few, and all. */
  static Stream<Set<Integer>> mended() {
    int all = MISTAKES.size();
    Stream<Set<Integer>> alone = IntStream.range(0, all).mapToObj(Set::of);
    Stream<Set<Integer>> first = IntStream.rangeClosed(0, all).mapToObj(SevenMistakesTest::below);
    return Stream.concat(alone, first);
  }

  private static Set<Integer> below(int end) {
    Set<Integer> numbers = new HashSet<>();
    IntStream.range(0, end).forEach(numbers::add);
    return numbers;
  }

  @Test
  void areSeven() {
    assertThat(Marks.in(source(Set.of()))).hasSize(7);
  }

  @ParameterizedTest
  @MethodSource("mended")
  void allThatAreLeftAreToldAndNothingElse(Set<Integer> mended) {
    String source = source(mended);
    List<Mark> left = Marks.in(source);
    Result result = new TestCompiler(output).compile(TestCompiler.source("model.Seven", source));

    assertThat(left).hasSize(MISTAKES.size() - mended.size());
    for (Mark mark : left) {
      assertThat(result.diagnostics()).as(mark.toString()).filteredOn(mark::fits).hasSize(1);
    }
    assertThat(result.diagnostics()).hasSameSizeAs(left);
    assertThat(result.success()).isEqualTo(left.isEmpty());
  }

  private static String source(Set<Integer> mended) {
    String source = SOURCE;
    for (int i = 0; i < MISTAKES.size(); i++) {
      source = MISTAKES.get(i).in(source, mended.contains(i));
    }
    return source;
  }
}
