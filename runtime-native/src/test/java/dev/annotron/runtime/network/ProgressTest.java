package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.ProgressDisplay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

  private static List<String> printed(FitOptions options) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Memory.HEAP.engine(Tiny.xor()).fit(Samples.xor(), options);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 0", "1, 5, 5", "1, 20, 20", "1, 1000, 11", "2, 5, 5", "2, 200, 200"})
  void verboseDecidesOnTheLines(int verbose, int epochs, int lines) {
    assertThat(printed(new FitOptions().verbose(verbose).epochs(epochs))).hasSize(lines);
  }

  @Test
  void linesTellEpochAndValues() {
    List<String> lines = printed(new FitOptions().verbose(2).epochs(10).validation(Samples.xor()));

    assertThat(lines.get(2))
        .matches(
            "Epoch  3/10  loss: 0\\.\\d{4}  accuracy: \\d\\.\\d{4}  val_loss: 0\\.\\d{4}"
                + "  val_accuracy: \\d\\.\\d{4}  \\(\\d+\\.\\d s\\)");
    assertThat(lines.get(9)).startsWith("Epoch 10/10");
  }

  @Test
  void aDisplayIsOpenedSteppedAndClosedPerEpoch() {
    List<String> calls = new ArrayList<>();
    HistoryRecorder recorder = new HistoryRecorder(List.of(), false, 2);
    Progress progress =
        new DisplayProgress(
            (epoch, epochs, steps) -> new Display(calls, epoch, steps),
            new Progress(),
            2,
            recorder,
            outcome());

    progress.begin(1, 30);
    progress.show(7);
    recorder.begin();
    progress.end();
    progress.begin(2, 30);
    progress.abort();

    assertThat(calls)
        .containsExactly(
            "open 1 30",
            "show 7 loss: 0.5000  accuracy: 1.0000",
            "close loss: 0.0000",
            "open 2 30",
            "close ");
  }

  /** As it is when the display's own library is not on the class path. */
  private static ProgressDisplay unlinked() {
    throw new NoClassDefFoundError("bar/Bar");
  }

  private static ProgressDisplay.Factory withoutLibrary(boolean opens) {
    return (_, _, _) ->
        !opens
            ? unlinked()
            : new ProgressDisplay() {
              @Override
              public void show(int done, Supplier<String> values) {
                unlinked();
              }

              @Override
              public void close(String summary) {}
            };
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void linesComeInPlaceOfADisplayThatLacksItsLibrary(boolean opens) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistoryRecorder recorder = new HistoryRecorder(List.of(), false, 2);
    Progress lines = new LineProgress(new PrintStream(bytes), 2, 1, recorder);
    Progress progress = new DisplayProgress(withoutLibrary(opens), lines, 2, recorder, outcome());

    List<String> errors =
        complaints(
            () -> {
              for (int epoch = 1; epoch <= 2; epoch++) {
                progress.begin(epoch, 1);
                progress.show(1);
                recorder.begin();
                progress.end();
              }
            });

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.contains("/2  loss: 0.0000"));
    assertThat(errors)
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("The progress display does not work: java.lang.NoClassDefFoundError: bar/Bar;")
        .contains("annotron-progress");
  }

  @Test
  void aProviderThatCannotBeMadeIsNone() {
    Iterable<ProgressDisplay.Factory> broken =
        () -> {
          throw new ServiceConfigurationError("no bar");
        };

    List<String> errors =
        complaints(
            () -> {
              assertThat(Displays.first(broken)).isNull();
              assertThat(Displays.first(broken)).isNull();
            });

    assertThat(errors).singleElement(InstanceOfAssertFactories.STRING).contains("no bar");
    assertThat(Displays.first(List.of())).isNull();
  }

  /** What is said on the error stream, as if nothing was said before. */
  private static List<String> complaints(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    Displays.TOLD.set(false);
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** What one right answer has measured. */
  private static Outcome<float[]> outcome() {
    Tiny tiny = Tiny.xor();
    Architecture architecture = tiny.architecture();
    Parts<float[]> parts =
        Parts.of(architecture, new TinyProgram<>(tiny, Floats.HEAP), new HeapStorage());
    Outcome<float[]> outcome = new Outcome<>(parts, architecture.differentiate(), 1, 1);
    float[] work = new float[architecture.differentiate().size()];
    work[tiny.outAt()] = 0.9f;
    outcome.add(0.5, work, new float[] {1}, 1);
    return outcome;
  }

  private record Display(List<String> calls, int epoch, int steps) implements ProgressDisplay {
    Display {
      calls.add("open " + epoch + " " + steps);
    }

    @Override
    public void show(int done, Supplier<String> values) {
      calls.add("show " + done + " " + values.get());
    }

    @Override
    public void close(String summary) {
      calls.add("close " + summary);
    }
  }
}
