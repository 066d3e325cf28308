package dev.annotron.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.ConfusionMatrix;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.Model;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnsembleTest {

  /** A model whose outputs are always the same. */
  private static Model answering(float... outputs) {
    return (Model)
        Proxy.newProxyInstance(
            Model.class.getClassLoader(),
            new Class<?>[] {Model.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("predict")) {
                return outputs;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private final List<Model> three =
      List.of(answering(0.6f, 0.4f, 0), answering(0.5f, 0.3f, 0.2f), answering(0.1f, 0.1f, 0.8f));

  @Test
  void combinesByMeanVoteAndMax() {
    assertThat(Ensemble.mean(three).predict(0))
        .containsExactly(new float[] {0.4f, 0.8f / 3, 1f / 3}, within(1e-6f));
    assertThat(Ensemble.vote(three).predict(0))
        .containsExactly(new float[] {2f / 3, 0, 1f / 3}, within(1e-6f));
    assertThat(Ensemble.max(three).predict(0)).containsExactly(0.6f, 0.4f, 0.8f);
    assertThat(Ensemble.vote(three)).hasToString("vote of 3 models");
  }

  @Test
  void isJudgedAsANetworkIs() {
    Dataset data = Dataset.of(new float[][] {{0}, {0}, {0}}, new int[] {0, 2, 2});

    assertThat(ConfusionMatrix.of(Ensemble.vote(three), data).toArray())
        .isDeepEqualTo(new long[][] {{1, 0, 0}, {0, 0, 0}, {2, 0, 0}});
    assertThat(ConfusionMatrix.of(Ensemble.max(three), data).accuracy())
        .isEqualTo(Ensemble.max(three).score(data, Score.SPARSE_ACCURACY));
  }

  @Test
  void oneOutputIsVotedForOrAgainst() {
    List<Model> models = List.of(answering(0.5f), answering(0.51f), answering(0.9f));
    assertThat(Ensemble.vote(models).predict(0))
        .containsExactly(new float[] {2f / 3}, within(1e-6f));
  }

  @Test
  void predictsInAllForms() {
    Ensemble ensemble = Ensemble.max(three);
    float[] out = new float[3];
    ensemble.predict(new float[1], out);
    assertThat(out).containsExactly(0.6f, 0.4f, 0.8f);
    assertThat(ensemble.predict(new float[2][1])).isDeepEqualTo(new float[][] {out, out});
    assertThatThrownBy(() -> ensemble.predict(new float[1], new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room for 2 values; expected 3");
  }

  @Test
  void scores() {
    Dataset classes = Dataset.of(new float[2][1], new int[] {0, 2});
    Ensemble mean = Ensemble.mean(three);
    assertThat(mean.score(classes, Score.SPARSE_ACCURACY)).isEqualTo(0.5);
    assertThat(mean.score(classes, Score.SPARSE_CATEGORICAL_CROSSENTROPY))
        .isCloseTo(-(Math.log(0.4) + Math.log(1.0 / 3)) / 2, within(1e-6));
    assertThat(Ensemble.max(three).score(classes, Score.SPARSE_CATEGORICAL_CROSSENTROPY))
        .isCloseTo(-(Math.log(0.6 / 1.8) + Math.log(0.8 / 1.8)) / 2, within(1e-6));
    Dataset rows = Dataset.of(new float[1][1], new float[][] {{1, 0, 0}});
    assertThat(mean.score(rows, Score.CATEGORICAL_ACCURACY)).isEqualTo(1);
    assertThat(mean.score(rows, Score.BINARY_ACCURACY)).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(mean.score(rows, Score.MEAN_ABSOLUTE_ERROR)).isCloseTo(0.4, within(1e-6));
    assertThat(mean.score(rows, Score.MEAN_SQUARED_ERROR))
        .isCloseTo((0.36 + 0.64 / 9 + 1.0 / 9) / 3, within(1e-6));
    assertThat(mean.score(rows, Score.BINARY_CROSSENTROPY))
        .isCloseTo(-(Math.log(0.4) + Math.log(1 - 0.8 / 3) + Math.log(2.0 / 3)) / 3, within(1e-6));
  }

  @Test
  void isMeasuredByItsFirstMember() {
    Dataset data = Dataset.of(new float[2][1], new int[] {0, 2});
    List<Object> asked = new ArrayList<>();
    Model judge =
        (Model)
            Proxy.newProxyInstance(
                Model.class.getClassLoader(),
                new Class<?>[] {Model.class},
                (proxy, method, arguments) -> {
                  asked.addAll(List.of(arguments));
                  return new Evaluation(0.25, Map.of());
                });
    Ensemble ensemble = Ensemble.mean(List.of(judge, three.getFirst()));

    assertThat(ensemble.evaluate(data).loss()).isEqualTo(0.25);
    assertThat(asked).containsExactly(data, ensemble);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> Ensemble.mean(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no model");
    assertThatThrownBy(() -> Ensemble.mean(List.of(answering(1), answering(1, 2))).predict(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("member 1 has 2 outputs; expected 1");
    assertThatThrownBy(
            () ->
                Ensemble.mean(three)
                    .score(Dataset.of(new float[1][1], new int[1]), (x, y) -> Double.NaN))
        .isInstanceOf(AnnotronException.class)
        .hasMessageContaining("score of sample 0 (counted from 0) is NaN");
  }
}
