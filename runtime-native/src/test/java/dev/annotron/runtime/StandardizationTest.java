package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

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
