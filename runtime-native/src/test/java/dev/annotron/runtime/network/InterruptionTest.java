package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.History;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private static final Tiny TINY = Tiny.regression();

  /** Interrupts its own thread in a given step. */
  private static final class Interrupting extends TinyProgram<float[]> {
    private final int at;
    private int steps;

    Interrupting(int at) {
      super(TINY, Floats.HEAP);
      this.at = at;
    }

    @Override
    public double differentiate(
        float[] weights, float[] gradients, float[] work, int rows, long draw) {
      steps++;
      if (steps == at) {
        Thread.currentThread().interrupt();
      }
      return super.differentiate(weights, gradients, work, rows, draw);
    }
  }

  private final Dataset data = Samples.of(TINY, 12, 1);

  @AfterEach
  void forgetTheInterruption() {
    assertThat(Thread.interrupted()).as("the flag stays set").isTrue();
  }

  private Interrupting program = new Interrupting(0);

  private History fit(int interruptedStep, int epochs) {
    program = new Interrupting(interruptedStep);
    Engine<float[]> engine = Engine.onHeap(TINY.architecture(), program, 7);
    History history = engine.fit(data, Samples.SILENT.epochs(epochs).batchSize(4));
    assertThat(engine.predict(1, 2, 3)).hasSize(2);
    return history;
  }

  @Test
  void stopsAfterTheStepWithTheWholeEpochs() {
    History history = fit(8, 10);

    assertThat(history.interrupted()).isTrue();
    assertThat(history.epochs()).isEqualTo(2);
    assertThat(history.values("loss")).hasSize(2);
    assertThat(program.steps).isEqualTo(8);
    assertThat(history.toString()).endsWith("interrupted after 2 whole epochs");
  }

  @Test
  void stopsInTheFirstEpochWithAnEmptyHistory() {
    History history = fit(1, 10);

    assertThat(history.interrupted()).isTrue();
    assertThat(history.epochs()).isZero();
  }

  @Test
  void anEpochsLastStepCompletesIt() {
    History history = fit(6, 10);

    assertThat(history.interrupted()).isTrue();
    assertThat(history.epochs()).isEqualTo(2);
    assertThat(program.steps).isEqualTo(6);
  }

  @Test
  void afterTheVeryLastStepNothingWasCutOff() {
    History history = fit(6, 2);

    assertThat(history.interrupted()).isFalse();
    assertThat(history.epochs()).isEqualTo(2);
  }

  @Test
  void trainingGoesOnFromThere() {
    Interrupting stopped = new Interrupting(3);
    Engine<float[]> engine = Engine.onHeap(TINY.architecture(), stopped, 7);
    engine.fit(data, Samples.SILENT.epochs(5).batchSize(4));
    Thread.interrupted();

    History history = engine.fit(data, Samples.SILENT.epochs(2).batchSize(4));

    assertThat(history.interrupted()).isFalse();
    assertThat(history.epochs()).isEqualTo(2);
    Thread.currentThread().interrupt();
  }
}
