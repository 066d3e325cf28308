package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  /** A model that only predicts: each sample by a function. */
  private static Model answering(UnaryOperator<float[]> function) {
    return (Model)
        Proxy.newProxyInstance(
            Model.class.getClassLoader(),
            new Class<?>[] {Model.class},
            (proxy, method, arguments) -> {
              float[][] x = (float[][]) arguments[0];
              float[][] answers = new float[x.length][];
              for (int i = 0; i < x.length; i++) {
                answers[i] = function.apply(x[i]);
              }
              return answers;
            });
  }

  @Test
  void oneOutputAnswersZeroOrOne() {
    Dataset data =
        Dataset.of(new float[][] {{0.1f}, {0.5f}, {0.6f}, {0.9f}}, new int[] {0, 1, 1, 0});

    ConfusionMatrix matrix = ConfusionMatrix.of(answering(x -> x), data);

    assertThat(matrix.toArray()).isDeepEqualTo(new long[][] {{1, 1}, {1, 1}});
  }

  @Test
  void ofSeveralTheLargestAnswersAndTargetsMayBeRows() {
    float[][] x = {{1, 2, 3}, {3, 2, 1}, {1, 3, 2}};
    float[][] rows = {{0, 0, 1}, {0, 1, 0}, {0, 1, 0}};

    long[][] expected = {{0, 0, 0}, {1, 1, 0}, {0, 0, 1}};

    assertThat(ConfusionMatrix.of(answering(a -> a), Dataset.of(x, rows)).toArray())
        .isDeepEqualTo(expected);
    assertThat(ConfusionMatrix.of(answering(a -> a), Dataset.of(x, new int[] {2, 1, 1})).toArray())
        .isDeepEqualTo(expected);
  }

  @Test
  void manySamplesCountAll() {
    int[] labels = new int[2500];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
    }

    ConfusionMatrix matrix =
        ConfusionMatrix.of(answering(x -> x), Dataset.of(new float[2500][1], labels));

    assertThat(matrix.toArray()).isDeepEqualTo(new long[][] {{1250, 0}, {1250, 0}});
  }

  @Test
  void whatIsNoClassIsRefused() {
    Dataset numbers = Dataset.of(new float[][] {{1}}, new float[] {0.5f});

    assertThatThrownBy(() -> ConfusionMatrix.of(answering(x -> x), numbers))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("a sample is of class 0.5; expected a class number from 0 to 1");
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {3}, new int[] {0}, 3))
        .hasMessageContaining("a sample is of class 3.0");
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {1}, new int[] {}, 3))
        .hasMessageContaining("0 answers for 1 samples");
  }
}
