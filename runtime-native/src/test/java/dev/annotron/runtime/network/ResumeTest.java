package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.CheckpointException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import dev.annotron.runtime.WeightFileException;
import dev.annotron.runtime.callback.EarlyStopping;
import dev.annotron.runtime.callback.ModelCheckpoint;
import dev.annotron.runtime.callback.ReduceLROnPlateau;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResumeTest {
  private static final Tiny TINY = Tiny.classes();

  @TempDir Path directory;

  private final Dataset data = Samples.of(TINY, 23, 1);
  private final FitOptions options =
      Samples.SILENT.epochs(12).batchSize(4).validation(Samples.of(TINY, 9, 2));

  private Path file(int epoch) {
    return directory.resolve("epoch" + epoch);
  }

  private FitOptions withCheckpoints(FitOptions options) {
    return options.callback(new ModelCheckpoint(directory.resolve("epoch{epoch}")));
  }

  private void assertSameFromEachEpoch(Memory memory, FitOptions options) {
    Engine<?> whole = memory.engine(TINY);
    History all = whole.fit(data, withCheckpoints(options));

    for (int epoch = 1; epoch <= all.epochs(); epoch++) {
      Engine<?> resumed = memory.engine(TINY, 99);
      History history = resumed.fit(data, options.resume(file(epoch)));

      assertThat(Samples.weights(resumed)).isEqualTo(Samples.weights(whole));
      assertThat(history.stopped()).isEqualTo(all.stopped());
      for (String name : all.names()) {
        assertThat(history.values(name)).isEqualTo(all.values(name));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnBitForBitFromEachEpoch(Memory memory) {
    assertSameFromEachEpoch(memory, options);
  }

  @ParameterizedTest
  @EnumSource
  void callbacksGoOnToo(Memory memory) {
    FitOptions steep =
        options
            .epochs(60)
            .learningRate(0.8)
            .seed(3)
            .callback(new ReduceLROnPlateau().patience(2).factor(0.5))
            .callback(new EarlyStopping().patience(6).restoreBestWeights(true));

    assertSameFromEachEpoch(memory, steep);
    assertThat(Files.exists(file(60))).as("training was stopped early").isFalse();
  }

  @Test
  void whatFollowsIsTheSameToo() {
    Engine<?> whole = Memory.HEAP.engine(TINY);
    whole.fit(data, withCheckpoints(options));
    Engine<?> resumed = Memory.HEAP.engine(TINY, 99);
    resumed.fit(data, options.resume(file(5)));

    whole.fit(data, options);
    resumed.fit(data, options);

    assertThat(Samples.weights(resumed)).isEqualTo(Samples.weights(whole));
  }

  @Test
  void withoutAFileTrainingStartsFromTheBeginning() {
    Engine<?> plain = Memory.HEAP.engine(TINY);
    Engine<?> resuming = Memory.HEAP.engine(TINY);

    plain.fit(data, options);
    resuming.fit(data, options.resume(file(1)));

    assertThat(Samples.weights(resuming)).isEqualTo(Samples.weights(plain));
  }

  @Test
  void aCheckpointIsAWeightFile() throws IOException {
    Engine<?> trained = Memory.HEAP.engine(TINY);
    trained.fit(data, withCheckpoints(options));
    Engine<?> loaded = Memory.HEAP.engine(TINY, 99);

    loaded.load(file(12));

    assertThat(Samples.weights(loaded)).isEqualTo(Samples.weights(trained));
  }

  private WeightFileException refused(Engine<?> engine, Dataset samples, FitOptions with) {
    List<Float> before = Samples.weights(engine);
    WeightFileException[] thrown = new WeightFileException[1];
    assertThatThrownBy(() -> engine.fit(samples, with))
        .isInstanceOfSatisfying(WeightFileException.class, e -> thrown[0] = e);
    assertThat(Samples.weights(engine)).as("nothing was changed").isEqualTo(before);
    return thrown[0];
  }

  @Test
  void checkpointsOfOthersAreRefused() throws IOException {
    Engine<?> engine = Memory.HEAP.engine(TINY);
    engine.fit(data, withCheckpoints(options.epochs(1)));
    Path weights = directory.resolve("weights");
    engine.save(weights);
    Tiny regression = Tiny.regression();
    FitOptions silent = Samples.SILENT.resume(file(1));

    assertThat(refused(Memory.HEAP.engine(regression), Samples.of(regression, 5, 1), silent))
        .hasMessageContaining("saved from Tiny, has hidden/kernel[3, 5]; expected");
    assertThat(refused(withOptimizer("Adam", 2), data, options.resume(file(1))))
        .hasMessageContaining("of a training with the optimizer Sgd and its memory [1, 38]")
        .hasMessageContaining("expected Adam and [2, 38] as in Tiny");
    assertThat(refused(withOptimizer("Lion", 1), data, options.resume(file(1))))
        .hasMessageContaining("expected Lion");
    assertThat(refused(engine, data, silent))
        .hasMessageContaining("has a history of [loss, accuracy, val_loss, val_accuracy]")
        .hasMessageContaining("expected [loss, accuracy]");
    assertThat(refused(engine, data, options.resume(weights)))
        .hasMessageContaining("has weights and nothing else; expected a checkpoint");
  }

  @Test
  void otherDataIsRefused() {
    Engine<?> engine = Memory.HEAP.engine(TINY);
    engine.fit(data, withCheckpoints(options.epochs(1)));
    FitOptions resuming = options.resume(file(1));
    float[] weights = new float[data.size()];
    Arrays.fill(weights, 1);

    assertThat(refused(engine, data.take(20), resuming))
        .hasMessageContaining("is of a training with 23 samples; expected 20 as in this one")
        .hasMessageContaining("Resume with the data of before");
    assertThat(refused(engine, data, resuming.classWeights(Map.of(0, 2.0))))
        .hasMessageContaining("is of a training whose samples had other weights");
    engine.fit(data.weighted(weights), resuming.epochs(2)); // as if there were none
    weights[22] = 2;
    assertThat(refused(engine, data.weighted(weights), resuming))
        .hasMessageContaining("other weights");
  }

  @Test
  void theSameWeightsAreTakenUp() {
    FitOptions weighing = options.epochs(3).classWeights(Map.of(0, 2.0));
    Engine<?> whole = Memory.HEAP.engine(TINY);
    whole.fit(data, withCheckpoints(weighing));
    Engine<?> resumed = Memory.HEAP.engine(TINY, 99);
    resumed.fit(data, weighing.resume(file(1)));

    assertThat(Samples.weights(resumed)).isEqualTo(Samples.weights(whole));
    assertThat(refused(resumed, data, weighing.classWeights(Map.of(0, 3.0)).resume(file(1))))
        .hasMessageContaining("other weights");
  }

  private static Engine<?> withOptimizer(String name, int slots) {
    Architecture a = TINY.architecture();
    Architecture.Optimizer optimizer = new Architecture.Optimizer(name, slots, 0.1f, List.of());
    Architecture other =
        new Architecture(
            a.name(),
            a.hash(),
            a.inputs(),
            a.outputs(),
            a.parameters(),
            a.trained(),
            a.layers(),
            optimizer,
            a.defaults(),
            a.seed(),
            a.predict(),
            a.evaluate(),
            a.differentiate());
    return Engine.onHeap(other, new TinyProgram<>(TINY, Floats.HEAP), 7);
  }

  @Test
  void damagedCheckpointsAreRefused() throws IOException {
    Engine<?> engine = Memory.HEAP.engine(TINY);
    engine.fit(data, withCheckpoints(options.epochs(1)));
    String text = Files.readString(file(1), StandardCharsets.ISO_8859_1);

    for (String part : List.of("steps\":\"6", "orders\":\"1", "learning_rate\":\"0.0")) {
      String damaged =
          part.substring(0, part.indexOf(':') + 2) + "x" + part.substring(part.indexOf(':') + 3);
      Files.writeString(file(2), text.replace(part, damaged), StandardCharsets.ISO_8859_1);
      assertThat(refused(engine, data, options.resume(file(2)))).hasMessageContaining("a number");
    }
    Files.writeString(file(2), text.substring(0, text.length() - 1), StandardCharsets.ISO_8859_1);
    assertThat(refused(engine, data, options.resume(file(2)))).hasMessageContaining("ends within");
    Files.writeString(file(2), text.replace("[1,4]", "[4,1]"), StandardCharsets.ISO_8859_1);
    assertThat(refused(engine, data, options.resume(file(2)))).hasMessageContaining("[[4, 1]]");
  }

  @Test
  void withinAnEpochThereIsNone() {
    assertThatThrownBy(
            () ->
                Memory.HEAP
                    .engine(TINY)
                    .fit(data, options.onBatchEnd(training -> training.checkpoint(file(1)))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("a checkpoint within epoch 1");
  }

  @Test
  void aCheckpointThatCannotBeWrittenLeavesTheModel() {
    Engine<?> engine = Memory.HEAP.engine(TINY);
    Path nowhere = directory.resolve("no/where");

    assertThatThrownBy(
            () -> engine.fit(data, options.onEpochEnd(training -> training.checkpoint(nowhere))))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("there is no directory")
        .hasCauseInstanceOf(IOException.class);

    Engine<?> other = Memory.HEAP.engine(TINY);
    other.fit(data, options.epochs(1));
    assertThat(Samples.weights(engine)).isEqualTo(Samples.weights(other));
  }
}
