package dev.annotron.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Split;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static final int SIZE = 12;
  private final FitOptions options = new FitOptions();

  /** Feature i and target i % 3. */
  private static Dataset data() {
    float[][] x = new float[SIZE][1];
    int[] y = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      x[i][0] = i;
      y[i] = i % 3;
    }
    return Dataset.of(x, y);
  }

  @Test
  void noModelSeesTheSamplesThatJudgeIt() {
    CrossValidationResult result = CrossValidation.folds(4).run(data(), Means::new, options);
    Set<Float> judged = new HashSet<>();
    for (FoldResult fold : result.results()) {
      Means model = (Means) fold.model();
      assertThat(model.seen).hasSize(9);
      for (float i = 0; i < SIZE; i++) {
        if (!model.seen.contains(i)) {
          assertThat(judged.add(i)).isTrue();
        }
      }
    }
    assertThat(judged).hasSize(SIZE);
  }

  /** Standardization that saw the part that judges would not bring the other to mean 0. */
  @Test
  void preparationLearnsFromTheTrainingPart() {
    CrossValidationResult result =
        CrossValidation.folds(3).prepare(Split::standardize).run(data(), Means::new, options);
    for (FoldResult fold : result.results()) {
      double sum = ((Means) fold.model()).seen.stream().mapToDouble(value -> value).sum();
      assertThat(sum).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void threadsChangeNothing() {
    CrossValidation one = CrossValidation.folds(4).stratified().repeats(2).seed(5).threads(1);
    String expected = one.run(data(), Means::new, options).toString();
    assertThat(expected.lines()).hasSize(1 + 8 + 2);
    for (int threads : new int[] {2, 5}) {
      assertThat(one.threads(threads).run(data(), Means::new, options)).hasToString(expected);
    }
    assertThat(one.seed(6).run(data(), Means::new, options).toString()).isNotEqualTo(expected);
  }

  @Test
  void stratifiedFoldsHaveAllClasses() {
    CrossValidationResult result =
        CrossValidation.folds(4).stratified().run(data(), seed -> new Means(0), options);
    // Each fold has one sample of each class, so all means are 1 and all losses 2 / 3.
    assertThat(result.mean("val_loss")).isCloseTo(2.0 / 3, within(1e-6));
    assertThat(result.std("val_loss")).isCloseTo(0, within(1e-6));
    assertThat(result.values("loss")).hasSize(4);
    assertThat(result.models()).hasSize(4);
  }

  @Test
  void tellsMeanAndDeviation() {
    assertThat(Statistics.mean(new double[] {1, 2, 6})).isEqualTo(3);
    assertThat(Statistics.std(new double[] {1, 2, 6})).isCloseTo(Math.sqrt(7), within(1e-12));
    assertThat(Statistics.std(new double[] {4})).isZero();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> CrossValidation.folds(13).run(data(), Means::new, options))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("13 folds of 12 samples");
    assertThatThrownBy(() -> CrossValidation.folds(5).stratified().run(data(), Means::new, options))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Class 0 has 4 samples");
    assertThatThrownBy(() -> CrossValidation.folds(2).repeats(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("repeats is 0");
    assertThatThrownBy(() -> CrossValidation.folds(2).threads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads is 0");
    CrossValidationResult result = CrossValidation.folds(2).run(data(), Means::new, options);
    assertThatThrownBy(() -> result.mean("val_recall"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("recall");
  }

  @Test
  void trainsAgainWhereMemoryWasShort() {
    AtomicInteger calls = new AtomicInteger();
    assertThat(
            Parallel.map(
                3,
                2,
                i -> {
                  if (calls.incrementAndGet() == 2) {
                    throw new AnnotronException("short", new OutOfMemoryError());
                  }
                  return i;
                }))
        .containsExactly(0, 1, 2);
    assertThat(calls).hasValue(4);
  }

  @Test
  void passesFailuresOn() {
    assertThatThrownBy(
            () ->
                Parallel.map(
                    4,
                    2,
                    i -> {
                      throw new DataException("no " + (i == 0 ? "data" : "more"));
                    }))
        .isInstanceOf(DataException.class)
        .hasMessage("no data");
  }

  @Test
  void endsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(() -> Parallel.map(2, 1, i -> awaitInterruption(never)))
        .isInstanceOf(AnnotronException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static boolean awaitInterruption(CountDownLatch never) {
    try {
      never.await();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
