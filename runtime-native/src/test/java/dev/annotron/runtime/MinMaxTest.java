package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinMaxTest {
  private static final Dataset DATA =
      Dataset.of(new float[][] {{-2, 3, 10}, {6, 3, 30}, {0, 3, 15}}, new float[] {7, 8, 9});

  @Test
  void bringsFeaturesToTheRangeFromZeroToOne() {
    MinMax learned = DATA.minMax();
    Dataset scaled = learned.apply(DATA);

    assertThat(learned.min()).containsExactly(-2, 3, 10);
    assertThat(learned.max()).containsExactly(6, 3, 30);
    assertThat(scaled.x(0)).containsExactly(0, 0, 0);
    assertThat(scaled.x(1)).containsExactly(1, 0, 1);
    assertThat(scaled.x(2)).containsExactly(0.25f, 0, 0.25f);
    assertThat(scaled.y(2)).containsExactly(9);
    assertThat(learned.apply(14, 4, 0)).containsExactly(2, 1, -0.5f);
  }

  @Test
  void splitLearnsFromTheTrainingPartAlone() {
    Dataset data = Dataset.of(new float[][] {{0}, {10}, {5}, {20}}, new float[4]);
    Split split = data.split(0.75).minMax();

    assertThat(split.train().x(2)).containsExactly(0.5f);
    assertThat(split.test().x(0)).containsExactly(2);
  }

  @Test
  void learnsFromTheRowsOfAView() {
    assertThat(DATA.skip(1).minMax().min()).containsExactly(0, 3, 15);
  }

  @Test
  void isTheSameAfterSavingAndLoading(@TempDir Path directory) throws IOException {
    Dataset odd = Dataset.of(new float[][] {{1e30f, -0.1f}, {1, 1e-20f}, {3, 0.7f}}, new float[3]);
    MinMax learned = odd.minMax();
    Path file = directory.resolve("scale.csv");

    learned.save(file);
    MinMax loaded = MinMax.load(file);

    assertThat(loaded.min()).containsExactly(learned.min());
    assertThat(loaded.max()).containsExactly(learned.max());
    assertThat(loaded.apply(5, 6)).containsExactly(learned.apply(5, 6));
    assertThatThrownBy(() -> Standardization.load(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a standardization");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "annotron min-max scale,1\n",
        "annotron standardization,1\n1,2\n",
        "annotron min-max scale,1\n1\n",
        "annotron min-max scale,1\n1,x\n",
        "annotron min-max scale,1\n2,1\n",
        "annotron min-max scale,1\nNaN,1\n",
        "annotron min-max scale,1\n1,Infinity\n",
        "annotron min-max scale,1\n-1E308,1E308\n",
      })
  void refusesWhatIsNoMinMax(String text, @TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("scale.csv"), text);
    assertThatThrownBy(() -> MinMax.load(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(file + " has")
        .hasMessageEndingWith("Save the min-max scale again.");
  }

  @Test
  void refusesWhatDoesNotFit() {
    MinMax learned = DATA.minMax();
    assertThatThrownBy(() -> learned.apply(1, 2))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("3 as in the data that the min-max scale was learned from");
    assertThatThrownBy(() -> learned.apply(1, Float.NaN, 2))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Feature 1, counted from 0, is NaN; expected a finite number");
  }
}
