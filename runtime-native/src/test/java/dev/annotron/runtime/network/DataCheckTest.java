package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.kernel.LossFunction;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataCheckTest {
  private static final Tiny ONE_HOT =
      new Tiny(new int[] {1}, 2, 3, LossFunction.CATEGORICAL_CROSSENTROPY);

  private static AbstractThrowableAssert<?, ?> assertRefused(Tiny tiny, Dataset data) {
    Engine<?> engine = Memory.HEAP.engine(tiny);
    Object before = Samples.weights(engine);
    AbstractThrowableAssert<?, ?> result =
        assertThatThrownBy(() -> engine.fit(data, Samples.SILENT))
            .isInstanceOf(DataException.class);
    assertThat(Samples.weights(engine)).isEqualTo(before);
    return result;
  }

  private static Dataset labels(float... labels) {
    return Dataset.of(new float[labels.length][3], labels);
  }

  @Test
  void countsOfFeaturesAndTargetsMustFit() {
    assertRefused(Tiny.classes(), Dataset.of(new float[2][4], new float[2][1]))
        .hasMessage(
            "the training data has 4 features per sample; expected 3, the inputs of Tiny [x0[1],"
                + " x1[2]]. Give the inputs one after another, or change @Input.");
    assertRefused(Tiny.classes(), Dataset.of(new float[2][3], new float[2][3]))
        .hasMessageStartingWith(
            "the training data has 3 targets per sample; expected 1 for the loss"
                + " SPARSE_CATEGORICAL_CROSSENTROPY on answer[3]")
        .hasMessageContaining("CATEGORICAL_CROSSENTROPY for one-hot rows");
    assertRefused(Tiny.regression(), Dataset.of(new float[2][3], new float[2][1]))
        .hasMessageContaining("has 1 target per sample; expected 2");
  }

  @Test
  void classesHaveWeightsOrSamples() {
    Dataset weighted = Samples.of(Tiny.classes(), 2, 1).weighted(1, 2);
    assertThatThrownBy(
            () ->
                Memory.HEAP.engine(Tiny.classes()).fit(weighted, Samples.SILENT.classWeights(1, 2)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "there are class weights, and weights of the samples; expected one of the two");
  }

  @Test
  void classesThatHaveWeightsMustBeThere() {
    Dataset data = Samples.of(Tiny.classes(), 2, 1);
    assertThatThrownBy(
            () ->
                Memory.HEAP
                    .engine(Tiny.classes())
                    .fit(data, Samples.SILENT.classWeights(Map.of(0, 2.0, 3, 9.0))))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "there is a weight for class 3, and answer[3] has 3; expected classes from 0 to 2."
                + " Number the classes from 0, and leave out those that there are not.");
  }

  @ParameterizedTest
  @ValueSource(floats = {3, -1, 1.5f, 1e10f})
  void labelsMustBeClasses(float label) {
    assertRefused(Tiny.classes(), labels(0, 2, label, 1))
        .hasMessage(
            "the training data has the label "
                + label
                + " in row 2 (counted from 0); expected a whole number from 0 to 2, a class of"
                + " answer[3]. Number the classes from 0, or give the output a unit for each"
                + " class.");
  }

  @Test
  void rowsAreCountedInTheView() {
    assertRefused(Tiny.classes(), labels(0, 0, 9).skip(1)).hasMessageContaining("in row 1");
  }

  @ParameterizedTest
  @ValueSource(floats = {-0.1f, 1.1f})
  void binaryTargetsLieBetween0And1(float target) {
    Dataset data = Dataset.of(new float[2][2], new float[] {0.5f, target});

    assertRefused(Tiny.xor(), data)
        .hasMessageContaining("the target " + target + " in row 1")
        .hasMessageContaining("from 0 to 1");
  }

  @Test
  void categoricalTargetsAreProbabilities() {
    float[][] x = new float[2][1];
    assertRefused(ONE_HOT, Dataset.of(x, new float[][] {{0, 1, 0}, {0, 1, 1}}))
        .hasMessageContaining("[0.0, 1.0, 1.0] in row 1")
        .hasMessageContaining("one-hot row of 3");
    assertRefused(ONE_HOT, Dataset.of(x, new float[][] {{2, -1, 0}, {0, 1, 0}}))
        .hasMessageContaining("in row 0");
    Dataset soft = Dataset.of(x, new float[][] {{0.2f, 0.3f, 0.5f}, {0, 1, 0}});
    assertThatCode(() -> DataCheck.check(ONE_HOT.architecture(), soft, "it"))
        .doesNotThrowAnyException();
  }

  @Test
  void validationDataEvaluationAndGradientsAreCheckedToo() {
    Engine<?> engine = Memory.HEAP.engine(Tiny.classes());

    assertThatThrownBy(() -> engine.fit(labels(1), Samples.SILENT.validation(labels(7))))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("the validation data has the label 7.0");
    assertThatThrownBy(() -> engine.evaluate(labels(7))).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> engine.gradients(labels(7))).isInstanceOf(DataException.class);
  }
}
