package dev.annotron.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of what a model says about classes. */
class ClassPicturesTest {
  private static final Dataset THREE =
      Dataset.of(new float[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}}, new float[] {0, 1, 2, 2});

  /** Class 1 where the first value is 1, else class 2 where the second is. */
  private static final FakeModel MODEL =
      new FakeModel(x -> new float[] {0.3f, 0.6f * x[0], 0.5f * x[1]});

  @Test
  void confusionCountsByClassAndAnswer() {
    Confusion confusion = Confusion.of(MODEL, THREE);
    assertThat(confusion.names()).containsExactly("0", "1", "2");
    assertThat(confusion.count(0, 0)).isEqualTo(1);
    assertThat(confusion.count(1, 1)).isEqualTo(1);
    assertThat(confusion.count(2, 2)).isEqualTo(1);
    assertThat(confusion.count(2, 1)).isEqualTo(1);
    assertThat(confusion.accuracy()).isEqualTo(0.75);
    assertThat(confusion.picture().svg()).contains("75.00 % on the diagonal");
  }

  @Test
  void confusionReadsOneHotTargetsAndASingleProbability() {
    Dataset oneHot =
        Dataset.of(new float[][] {{0, 0}, {1, 0}}, new float[][] {{1, 0, 0}, {0, 0, 1}});
    assertThat(Confusion.of(MODEL, oneHot).count(2, 1)).isEqualTo(1);
    Confusion circles = Confusion.of(Made.circle(), Made.circles());
    assertThat(circles.accuracy()).isGreaterThan(0.95);
    assertThat(circles.count(0, 0) + circles.count(0, 1)).isEqualTo(100);
  }

  /** As of the metric accuracy: what is exactly undecided is no. */
  @Test
  void undecidedIsClassZeroInEveryPicture() {
    FakeModel undecided = new FakeModel(_ -> new float[] {0.5f});
    Dataset both = Dataset.of(new float[][] {{0, 0}, {1, 0}}, new float[] {0, 1});

    assertThat(Confusion.of(undecided, both).count(0, 0)).isEqualTo(1);
    assertThat(Misclassified.of(undecided, both, 1, 2, 9).svg())
        .contains(">0, 50 %<", ">is 1<", "1 of 2 samples");
  }

  @Test
  void confusionOfVeryManyClassesIsDrawnWithoutCounts() {
    long[][] counts = new long[100][100];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      counts[i][i] = 7;
      names.add("class " + i);
    }
    Picture picture = Confusion.of(counts, names).picture();
    assertThat(picture.width()).isLessThan(1000);
    assertThat(picture.svg()).contains(">class 0<").doesNotContain(">7<", ">class 1<");
  }

  /** Two names that differ at their ends must not become one. */
  @Test
  void confusionShortensNamesInTheirMiddle() {
    assertThat(Made.confusion(14).picture().svg())
        .contains(">a specie…umber 1<", ">a specie…mber 13<");
  }

  @Test
  void confusionNeedsCountsOfClasses() {
    assertThatThrownBy(() -> Confusion.of(new long[][] {{1, 2}}, List.of("a")))
        .isInstanceOf(ReportException.class);
    assertThatThrownBy(() -> Confusion.of(new long[][] {{-1}}, List.of("a")))
        .isInstanceOf(ReportException.class);
    Dataset numbers = Dataset.of(new float[][] {{0, 0}}, new float[] {2.5f});
    assertThatThrownBy(() -> Confusion.of(MODEL, numbers))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("class 2.5; expected a class number from 0 to 2");
    assertThatThrownBy(() -> Misclassified.of(MODEL, numbers, 1, 2, 9))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("the target of sample 0 is 2.5; expected the number of a class");
    Dataset two = Dataset.of(new float[][] {{0, 0}}, new float[][] {{1, 0}});
    assertThatThrownBy(() -> Confusion.of(MODEL, two))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("2 targets and the network 3 outputs");
  }

  /** The line of the circle has the radius at which the model changes its mind. */
  @Test
  void boundaryLiesWhereTheModelIsUndecided() {
    double[][] values = new double[21][21];
    for (int row = 0; row < 21; row++) {
      for (int column = 0; column < 21; column++) {
        values[row][column] = 7 - Math.hypot(row - 10, column - 10);
      }
    }
    String line = Contour.zero(values, x -> x - 10, y -> y - 10);
    String[] numbers = line.substring(1).split("[ML ]");
    assertThat(numbers.length).isGreaterThan(40);
    for (int i = 0; i < numbers.length; i += 2) {
      double radius =
          Math.hypot(Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1]));
      assertThat(radius).isBetween(6.9, 7.05);
    }
  }

  @Test
  void boundaryNeedsAPlaneAndFewClasses() {
    Dataset three = Dataset.of(new float[][] {{0, 0, 0}}, new float[] {0});
    assertThatThrownBy(() -> DecisionBoundary.of("t", MODEL, three))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("3 features; expected two");
    FakeModel nine = new FakeModel(x -> new float[9]);
    assertThatThrownBy(() -> DecisionBoundary.of("t", nine, THREE))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("9 classes; expected at most 8");
  }

  @Test
  void mistakesAreToldWithWhatWasSaid() {
    String svg = Misclassified.of(MODEL, THREE, 1, 2, 9).svg();
    assertThat(svg).contains(">1, 60 %<", ">is 2<", "1 of 4 samples");
  }

  /** Texts of neighbours would lie on one another. */
  @Test
  void longNamesAndTitlesAreShortened() {
    Dataset data =
        Dataset.builder(2, 1)
            .classNames(List.of("a mushroom that can be eaten", "a mushroom that cannot"))
            .add(new float[] {0, 0}, new float[] {0})
            .build();
    FakeModel wrong = new FakeModel(_ -> new float[] {0.9f});
    String mistakes = Misclassified.of(wrong, data, 1, 2, 9).svg();
    String plane =
        DecisionBoundary.of("Mushrooms of the forest by two measures", wrong, data).svg();

    assertThat(mistakes).contains(">a mu…not, 90 %<", ">is a mu…ten<");
    assertThat(plane).contains(">Mushroom…easures<", ">a mush… eaten<", ">a mush…cannot<");
  }

  @Test
  void mistakesNeedImagesAndMistakes() {
    assertThatThrownBy(() -> Misclassified.of(MODEL, THREE, 5, 5, 9))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("a sample has 2 features; expected 5 * 5 pixels");
    assertThatThrownBy(() -> Misclassified.of(MODEL, THREE.take(3), 1, 2, 9))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("mistakes none of the 3 samples");
    assertThatThrownBy(() -> Misclassified.of(MODEL, THREE, 1, 2, 0))
        .isInstanceOf(ReportException.class);
  }

  @Test
  void weightTilesNeedAKernelOfImages() {
    assertThatThrownBy(() -> WeightTiles.of(Made.weight("h/kernel", List.of(9, 2)), 2, 4))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("h/kernel has the shape [9, 2]; expected [2 * 4, units]");
    assertThatThrownBy(() -> WeightTiles.of(Made.weight("h/bias", List.of(9))))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("expected [height, width, channels, filters]");
  }
}
