package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DivergedException;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Weight;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivergenceTest {
  private static final Tiny TINY = Tiny.regression();
  private static final FitOptions OPTIONS = Samples.SILENT.epochs(50).batchSize(4);

  private static final Dataset FAR =
      Dataset.of(new float[][] {{0, 0, 0}}, new float[][] {{Float.MAX_VALUE, -Float.MAX_VALUE}});

  private final Dataset data = Samples.of(TINY, 12, 1);

  /** Spoils one float from a given step on. */
  private static class Spoiling extends TinyProgram<float[]> {
    private final int atStep;
    private final int weight;

    Spoiling(int atStep, int weight) {
      super(TINY, Floats.HEAP);
      this.atStep = atStep;
      this.weight = weight;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[] state, float rate, long step) {
      super.update(weights, gradients, state, rate, step);
      if (step == atStep) {
        weights[weight] = Float.NaN;
      }
    }
  }

  private DivergedException diverged(Engine<?> engine, FitOptions options) {
    return catchThrowableOfType(DivergedException.class, () -> engine.fit(data, options));
  }

  @Test
  void namesEpochStepAndTheFirstLayer() {
    Engine<?> engine = Engine.onHeap(TINY.architecture(), new Spoiling(7, TINY.outKernel()), 7);

    DivergedException e = diverged(engine, OPTIONS);

    assertThat(e.epoch()).isEqualTo(3);
    assertThat(e.step()).isEqualTo(2);
    assertThat(e.layer()).isEqualTo("answer");
    assertThat(e.history().epochs()).isEqualTo(2);
    assertThat(e)
        .hasMessageStartingWith(
            "in epoch 3, step 2, the loss is NaN, and the first layer that is not finite is answer")
        .hasMessageContaining("smaller learning rate");
  }

  @Test
  void namesAnEarlierLayerBeforeALaterOne() {
    Engine<?> engine = Engine.onHeap(TINY.architecture(), new Spoiling(1, 0), 7);

    assertThat(diverged(engine, OPTIONS).layer()).isEqualTo("hidden");
  }

  @Test
  void looksAtTheWeightsWhenAnEpochEnds() {
    Engine<?> engine = Engine.onHeap(TINY.architecture(), new Spoiling(6, TINY.outBias() + 1), 7);

    DivergedException e = diverged(engine, OPTIONS);

    assertThat(e.epoch()).isEqualTo(2);
    assertThat(e.step()).isEqualTo(3);
    assertThat(e.layer()).isEqualTo("answer");
    assertThat(e).hasMessageContaining("the weights answer/bias are not finite");
  }

  @Test
  void looksAtTheWeightsAlsoWhenInterrupted() {
    Spoiling program =
        new Spoiling(5, 0) {
          @Override
          public void update(
              float[] weights, float[] gradients, float[] state, float r, long step) {
            super.update(weights, gradients, state, r, step);
            if (step == 5) {
              Thread.currentThread().interrupt();
            }
          }
        };
    Engine<?> engine = Engine.onHeap(TINY.architecture(), program, 7);

    DivergedException e = diverged(engine, OPTIONS);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).hasMessageContaining("in epoch 2, step 2, the weights hidden/kernel are not");
    assertThat(Samples.weights(engine)).allMatch(Float::isFinite);
  }

  @Test
  void keepsTheWeightsOfTheLastEpochsStart() {
    Engine<?> spoilt = Engine.onHeap(TINY.architecture(), new Spoiling(8, 0), 7);
    Engine<?> healthy = Memory.HEAP.engine(TINY);

    diverged(spoilt, OPTIONS);
    healthy.fit(data, OPTIONS.epochs(2));

    assertThat(Samples.weights(spoilt)).isEqualTo(Samples.weights(healthy));
  }

  @ParameterizedTest
  @EnumSource
  void tooLargeALearningRateLeavesAUsableModel(Memory memory) {
    Engine<?> engine = memory.engine(TINY);

    DivergedException e = diverged(engine, OPTIONS.learningRate(1e30));

    assertThat(e.layer()).isIn("hidden", "answer");
    assertThat(Samples.weights(engine)).allMatch(Float::isFinite);
    assertThat(engine.evaluate(data).loss()).isFinite();
    double[] losses = engine.fit(data, OPTIONS.learningRate(0.01)).values("loss");
    assertThat(losses[49]).isLessThan(losses[0]);
  }

  @Test
  void aFirstStepThatFailsChangesNothing() {
    Engine<?> engine = spoiltByHand();
    List<Float> before = Samples.weights(engine);

    DivergedException e = diverged(engine, OPTIONS);

    assertThat(e.epoch()).isEqualTo(1);
    assertThat(e.step()).isEqualTo(1);
    assertThat(Samples.weights(engine)).isEqualTo(before);
  }

  @Test
  void neitherEvaluationNorGradientsGiveNaNInSilence() {
    Engine<?> engine = spoiltByHand();

    assertThatThrownBy(() -> engine.evaluate(data))
        .isInstanceOf(AnnotronException.class)
        .hasMessageContaining("the loss of Tiny is");
    assertThatThrownBy(() -> engine.gradients(data))
        .isInstanceOf(AnnotronException.class)
        .hasMessageContaining("answer");
  }

  @Test
  void aValidationLossThatIsNotFiniteStopsToo() {
    assertThat(diverged(endlessValidation(), OPTIONS.validation(FAR)))
        .hasMessageStartingWith("in epoch 1, step 3, the validation loss is Infinity");
  }

  /** Lines tell of whole epochs only: here there is none, and so nothing to print. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void saysSoWhateverIsPrinted(int verbose) {
    FitOptions options = OPTIONS.validation(FAR).verbose(verbose);

    assertThat(diverged(endlessValidation(), options).history().epochs()).isZero();
  }

  /** A network whose loss is infinite for targets as far off as {@link #FAR}. */
  private static Engine<?> endlessValidation() {
    return Engine.onHeap(
        TINY.architecture(),
        new TinyProgram<float[]>(TINY, Floats.HEAP) {
          @Override
          public double evaluate(float[] weights, float[] work, int rows) {
            double loss = super.evaluate(weights, work, rows);
            return loss > 1e30 ? Double.POSITIVE_INFINITY : loss;
          }
        },
        7);
  }

  private static Engine<?> spoiltByHand() {
    Engine<?> engine = Memory.HEAP.engine(TINY);
    Weight kernel = engine.weights().get("answer/kernel");
    float[] huge = new float[kernel.size()];
    Arrays.fill(huge, Float.MAX_VALUE);
    kernel.set(huge);
    engine.weights().get("hidden/bias").set(new float[] {9, 9, 9, 9});
    return engine;
  }
}
