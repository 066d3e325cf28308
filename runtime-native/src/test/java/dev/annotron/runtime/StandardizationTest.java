package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardizationTest {
  /**
   * Column 0 has mean 5 and population deviation 2, as any statistics book has it; 1 is constant.
   */
  private static final float[][] X = {
    {2, 0.1f}, {4, 0.1f}, {4, 0.1f}, {4, 0.1f}, {5, 0.1f}, {5, 0.1f}, {7, 0.1f}, {9, 0.1f}
  };

  private static final Dataset DATA = Dataset.of(X, new float[] {0, 1, 2, 3, 4, 5, 6, 7});

  @Test
  void learnsMeanAndPopulationDeviation() {
    Standardization learned = DATA.standardization();

    assertThat(learned.mean()[0]).isEqualTo(5);
    assertThat(learned.std()[0]).isEqualTo(2);
  }

  @Test
  void centresAColumnThatNeverChanges() {
    Standardization learned = DATA.standardization();

    assertThat(learned.std()[1]).isEqualTo(1);
    assertThat(learned.mean()[1]).isCloseTo(0.1f, within(1e-15));
    assertThat(learned.apply(DATA).x(3)[1]).isZero();
  }

  @Test
  void appliesToSetsAndSamples() {
    Standardization learned = DATA.standardization();

    assertThat(learned.apply(9, 1.1f)).containsExactly(2, 1);
    assertThat(learned.apply(DATA).x(7)[0]).isEqualTo(2);
    assertThat(learned.apply(DATA).y(7)[0]).isEqualTo(7);
    assertThat(DATA.x(7)[0]).isEqualTo(9);
  }

  @Test
  void isTheSameAfterSavingAndLoading(@TempDir Path directory) throws IOException {
    Dataset odd = Dataset.of(new float[][] {{1e30f, -0.1f}, {1, 1e-20f}, {3, 0.7f}}, new float[3]);
    Standardization learned = odd.standardization();
    Path file = directory.resolve("scale.csv");

    learned.save(file);
    Standardization loaded = Standardization.load(file);

    assertThat(loaded.mean()).containsExactly(learned.mean());
    assertThat(loaded.std()).containsExactly(learned.std());
    assertThat(loaded.apply(5, 6)).containsExactly(learned.apply(5, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "annotron standardization,1\n",
        "annotron encoder,1\n1,2\n",
        "annotron standardization,1\n1\n",
        "annotron standardization,1\n1,x\n",
        "annotron standardization,1\n1,0\n",
        "annotron standardization,1\nNaN,1\n",
        "annotron standardization,1\n1,Infinity\n",
        "annotron standardization,1\n1,1\n\n"
      })
  void refusesWhatIsNoStandardization(String text, @TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("scale.csv"), text);
    assertThatThrownBy(() -> Standardization.load(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(file + " has")
        .hasMessageEndingWith("Save the standardization again.");
  }

  @Test
  void namesFilesThatCannotBe(@TempDir Path directory) throws IOException {
    Path none = directory.resolve("none");
    assertThatThrownBy(() -> Standardization.load(none))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("There is no file " + none);
    assertThatThrownBy(() -> Standardization.load(directory)).isInstanceOf(DataException.class);
    Path picture = Files.write(none, new byte[] {(byte) 0xFF, (byte) 0xD8});
    assertThatThrownBy(() -> Standardization.load(picture)).hasMessageContaining("is no text");
    assertThatThrownBy(() -> DATA.standardization().save(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a directory");
  }

  @Test
  void learnsFromTheRowsOfAView() {
    Standardization learned = DATA.skip(6).standardization();

    assertThat(learned.mean()[0]).isEqualTo(8);
    assertThat(learned.std()[0]).isEqualTo(1);
  }

  @Test
  void splitLearnsFromTheTrainingPartAlone() {
    Split split = DATA.split(0.5, 3);
    Standardization learned = split.train().standardization();
    Split standardized = split.standardize();

    for (int i = 0; i < 4; i++) {
      assertThat(standardized.train().x(i)).isEqualTo(learned.apply(split.train().x(i)));
      assertThat(standardized.test().x(i)).isEqualTo(learned.apply(split.test().x(i)));
      assertThat(standardized.test().y(i)).isEqualTo(split.test().y(i));
    }
  }

  @Test
  void keepsNames() {
    Dataset named =
        Dataset.builder(1, 1).featureNames(List.of("a")).add(new float[] {1}, new float[1]).build();

    assertThat(named.standardization().apply(named).featureNames()).containsExactly("a");
  }

  @Test
  void refusesSamplesThatAreNotFinite() {
    Standardization learned = DATA.standardization();
    Standardization narrow =
        Dataset.of(new float[][] {{0}, {1e-30f}}, new float[2]).standardization();

    assertThatThrownBy(() -> learned.apply(1, Float.NaN))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Feature 1, counted from 0, is NaN; expected a finite number");
    assertThatThrownBy(() -> narrow.apply(-1e30f))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Feature 0, counted from 0, is -1.0E30, standardized -Infinity;");
  }

  @Test
  void refusesOtherColumnsAndValuesBeyondFloat() {
    Standardization learned = DATA.standardization();
    assertThatThrownBy(() -> learned.apply(1, 2, 3))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("3 features");
    Dataset tiny = Dataset.of(new float[][] {{0}, {1e-30f}}, new float[2]);
    Dataset huge = Dataset.of(new float[][] {{0}, {1e30f}}, new float[2]);
    assertThatThrownBy(() -> tiny.standardization().apply(huge))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 1")
        .hasMessageContaining("Infinity");
  }
}
