package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.WeightFileException;
import dev.annotron.runtime.file.Tensor;
import dev.annotron.runtime.file.WeightFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavedWeightsTest {
  private static final Tiny TINY = Tiny.classes();

  @TempDir private Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("tiny.safetensors");
  }

  @ParameterizedTest
  @EnumSource
  void weightsComeBackBitForBit(Memory memory) throws IOException {
    Engine<?> saved = memory.engine(TINY, 1);
    saved.save(file);
    for (Memory other : Memory.values()) {
      Engine<?> fromFile = other.engine(TINY, 2);
      Engine<?> fromStream = other.engine(TINY, 3);
      assertThat(Samples.weights(fromFile)).isNotEqualTo(Samples.weights(saved));

      fromFile.load(file);
      fromStream.load(new ByteArrayInputStream(Files.readAllBytes(file)));

      assertThat(Samples.weights(fromFile)).isEqualTo(Samples.weights(saved));
      assertThat(Samples.weights(fromStream)).isEqualTo(Samples.weights(saved));
    }
  }

  @Test
  void metadataSaysFormatNetworkAndArchitecture() throws IOException {
    Memory.HEAP.engine(TINY).save(file);

    assertThat(WeightFile.read(file, _ -> {}).metadata())
        .containsEntry("annotron.format", "1")
        .containsEntry("annotron.network", "Tiny")
        .containsEntry("annotron.architecture", "0123456789abcdef");
  }

  private void assertRefused(Tiny other, String hash, String message) {
    Engine<?> engine =
        Engine.onHeap(other.architecture(hash), new TinyProgram<>(other, Floats.HEAP), 1);
    List<Float> before = Samples.weights(engine);

    assertThatThrownBy(() -> engine.load(file))
        .isInstanceOf(WeightFileException.class)
        .hasMessage(
            file
                + ", saved from Tiny, has "
                + message
                + " as in Tiny. Load the file that was saved from this network.");
    assertThat(Samples.weights(engine)).isEqualTo(before);
  }

  @Test
  void anotherShapeIsNamed() throws IOException {
    Memory.HEAP.engine(TINY).save(file);
    Tiny wider = new Tiny(TINY.inputs(), 6, 3, TINY.loss());

    assertRefused(wider, "ffff", "hidden/kernel[3, 5]; expected hidden/kernel[3, 6]");
  }

  @Test
  void anotherArchitectureOfTheSameShapesIsRefused() throws IOException {
    Memory.HEAP.engine(TINY).save(file);

    assertRefused(
        TINY,
        "ffff",
        "the tensors of another architecture (0123456789abcdef), of the same shapes but between"
            + " other layers; expected the architecture ffff");
  }

  private static Tensor tensor(String name, List<Integer> shape, float value) {
    float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
    java.util.Arrays.fill(values, value);
    return new Tensor(name, shape, MemorySegment.ofArray(values));
  }

  private static List<Tensor> tensors(float last) {
    List<Tensor> tensors = new ArrayList<>();
    for (Architecture.Parameter parameter : TINY.architecture().parameters()) {
      tensors.addFirst(tensor(parameter.name(), parameter.shape(), tensors.size() == 3 ? last : 1));
    }
    return tensors;
  }

  @Test
  void filesOfOtherProgramsFitByNamesAndShapes() throws IOException {
    WeightFile.write(file, Map.of(), tensors(2));
    Engine<?> engine = Memory.OFF_HEAP.engine(TINY);

    engine.load(file);

    assertThat(engine.weights().get("hidden/kernel").toArray()).containsOnly(1f);
    assertThat(engine.weights().get("answer/bias").toArray()).containsOnly(2f);
  }

  @Test
  void aMissingTensorAndOneTooManyAreNamed() throws IOException {
    Engine<?> engine = Memory.HEAP.engine(TINY);
    List<Tensor> all = tensors(1);
    WeightFile.write(file, Map.of(), all.subList(1, 4));
    assertThatThrownBy(() -> engine.load(file))
        .hasMessageContaining("has no tensor answer/bias; expected answer/bias[3]");

    all.add(tensor("extra/bias", List.of(2), 0));
    WeightFile.write(file, Map.of(), all);
    assertThatThrownBy(() -> engine.load(file)).hasMessageContaining("a tensor extra/bias[2]");
  }

  @Test
  void numbersThatAreNotFiniteChangeNothing() throws IOException {
    WeightFile.write(file, Map.of(), tensors(Float.NaN));
    Engine<?> engine = Memory.HEAP.engine(TINY);
    List<Float> before = Samples.weights(engine);

    assertThatThrownBy(() -> engine.load(file))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("value 0 of answer/bias is NaN");
    assertThat(Samples.weights(engine)).isEqualTo(before);
  }

  /** A program that writes to its weights gets by every other check. */
  @Test
  void weightsThatAreNotFiniteAreNotSaved() throws IOException {
    TinyProgram<float[]> spoiling =
        new TinyProgram<>(TINY, Floats.HEAP) {
          @Override
          public void predict(float[] weights, float[] work, int rows) {
            super.predict(weights, work, rows);
            weights[TINY.outBias()] = Float.NaN;
          }
        };
    Engine<?> engine = Engine.onHeap(TINY.architecture(), spoiling, 7);
    engine.save(file);
    byte[] healthy = Files.readAllBytes(file);
    engine.predict(1, 2, 3);

    assertThatThrownBy(() -> engine.save(file))
        .isInstanceOf(AnnotronException.class)
        .hasMessageContaining("tiny.safetensors: the weights answer/bias are not finite");
    assertThat(file).hasBinaryContent(healthy);
  }

  @Test
  void aLaterFormatIsRefused() throws IOException {
    WeightFile.write(file, Map.of("annotron.format", "2"), tensors(1));

    assertThatThrownBy(() -> Memory.HEAP.engine(TINY).load(file))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("has the format version 2; expected 1. Update Annotron.");
  }

  @Test
  void aMissingFileIsAnIoException() {
    assertThatThrownBy(() -> Memory.HEAP.engine(TINY).load(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "There is no file "
                + file
                + "; expected a weight file. Check the path and who may read the file.");
  }
}
