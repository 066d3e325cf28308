package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineTest {

  @ParameterizedTest
  @EnumSource
  void evaluationIsExactOverManyBatches(Memory memory) {
    Tiny tiny = Tiny.classes();
    Dataset data = Samples.of(tiny, 2500, 4);
    Engine<?> engine = memory.engine(tiny);
    double loss = 0;
    int right = 0;
    for (int i = 0; i < data.size(); i++) {
      float[] p = engine.predict(data.x(i));
      int label = (int) data.y(i)[0];
      loss -= Math.log(p[label]);
      right += p[label] >= p[0] && p[label] >= p[1] && p[label] >= p[2] ? 1 : 0;
    }

    Evaluation evaluation = engine.evaluate(data);

    assertThat(evaluation.loss()).isCloseTo(loss / 2500, within(1e-9));
    assertThat(evaluation.metric("accuracy")).isCloseTo(right / 2500.0, within(1e-15));
    assertThat(evaluation.names()).containsExactly("loss", "accuracy");
  }

  @Test
  void aModelIsTrainedByOneAtATime() {
    Tiny tiny = Tiny.xor();
    var nested =
        new TinyProgram<float[]>(tiny, Floats.HEAP) {
          Runnable inner = () -> {};

          @Override
          public void update(float[] w, float[] gradients, float[] state, float rate, long step) {
            inner.run();
          }
        };
    Engine<?> engine = Engine.onHeap(tiny.architecture(), nested, 1);
    nested.inner = () -> engine.fit(Samples.xor(), Samples.SILENT);

    assertThatThrownBy(() -> engine.fit(Samples.xor(), Samples.SILENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Tiny is being trained already");
    nested.inner = () -> {};
    assertThat(engine.fit(Samples.xor(), Samples.SILENT).epochs()).isEqualTo(1);
  }

  @Test
  void anotherThreadIsRefusedToo() throws InterruptedException {
    Tiny tiny = Tiny.xor();
    var result = new java.util.concurrent.atomic.AtomicReference<Throwable>();
    var nested =
        new TinyProgram<float[]>(tiny, Floats.HEAP) {
          Runnable inner = () -> {};

          @Override
          public void update(float[] w, float[] gradients, float[] state, float rate, long step) {
            inner.run();
          }
        };
    Engine<?> engine = Engine.onHeap(tiny.architecture(), nested, 1);
    Thread other =
        new Thread(
            () -> {
              try {
                engine.gradients(Samples.xor());
              } catch (IllegalStateException e) {
                result.set(e);
              }
            });
    nested.inner =
        () -> {
          other.start();
          try {
            other.join();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    engine.fit(Samples.xor(), Samples.SILENT);

    assertThat(result.get()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void workMemoryThatNoArrayHoldsIsRefusedInOneSentence() {
    Layout wide =
        new Layout(
            1_000_000,
            0,
            java.util.List.of(),
            java.util.List.of(),
            new Layout.Slot("weights", 0, 0),
            java.util.List.of(),
            java.util.List.of(),
            new Layout.Slot("losses", 0, 0),
            java.util.List.of());

    assertThatThrownBy(() -> Workspace.of(new HeapStorage(), wide, 3000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a batch of 3000 samples")
        .hasMessageContaining("Use a batch of at most 2147 samples");
  }
}
