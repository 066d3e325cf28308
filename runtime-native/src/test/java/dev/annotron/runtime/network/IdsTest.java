package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second input of {@link Tiny#classes} takes ids below 5. */
class IdsTest {
  private static final float GOOD = 4;

  private final Engine<float[]> engine = engine();

  private static Engine<float[]> engine() {
    Architecture plain = Tiny.classes().architecture();
    Architecture ids =
        new Architecture(
            plain.name(),
            plain.hash(),
            List.of(
                plain.inputs().getFirst(),
                new Architecture.Input(plain.inputs().getLast().tensor(), 5)),
            plain.outputs(),
            plain.parameters(),
            plain.trained(),
            plain.layers(),
            plain.optimizer(),
            plain.defaults(),
            plain.seed(),
            plain.predict(),
            plain.evaluate(),
            plain.differentiate());
    return Engine.onHeap(ids, new TinyProgram<>(Tiny.classes(), Floats.HEAP), 1);
  }

  private static Dataset samples(float id) {
    return Dataset.of(new float[][] {{0.5f, 1, GOOD}, {-7, 0, id}}, new float[] {0, 2});
  }

  @ParameterizedTest
  @ValueSource(floats = {5, -1, 0.5f, 1e20f})
  void whatIsNoIdIsRefusedWithItsPlace(float wrong) {
    String expected = "expected a whole number from 0 to 4, an id of x1[2]";
    Dataset data = samples(wrong);
    List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> engine.fit(data, Samples.SILENT),
            () -> engine.evaluate(data),
            () -> engine.gradients(data))
        .forEach(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(
                        "the id " + wrong + " in row 1, feature 2 (counted from 0)")
                    .hasMessageContaining(expected));
    assertThatThrownBy(() -> engine.predict(0.5f, wrong, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x[1] is " + wrong)
        .hasMessageContaining(expected);
    assertThatThrownBy(() -> engine.predict(new float[][] {{1, 1, 1}, {1, 1, wrong}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x[1][2] is " + wrong);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1, GOOD})
  void idsAreTaken(float id) {
    assertThatCode(() -> engine.evaluate(samples(id))).doesNotThrowAnyException();
    assertThatCode(() -> engine.predict(0.5f, id, id)).doesNotThrowAnyException();
  }
}
