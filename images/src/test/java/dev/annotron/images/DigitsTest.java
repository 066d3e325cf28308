package dev.annotron.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigitsTest {
  @Test
  void drawsDigitsThatAreAllDifferent() {
    Dataset digits = Digits.draw(60, 1);
    assertThat(digits.featureCount()).isEqualTo(784);
    assertThat(digits.classNames()).hasSize(10);
    Set<Integer> different = new HashSet<>();
    for (int i = 0; i < digits.size(); i++) {
      assertThat(digits.y(i)).containsExactly(i % 10);
      double ink = 0;
      float[] pixels = digits.x(i);
      for (float value : pixels) {
        assertThat(value).isBetween(0f, 1f);
        ink += value;
      }
      // As much white as the strokes of a digit have.
      assertThat(ink / 784).isBetween(0.03, 0.4);
      different.add(Arrays.hashCode(pixels));
    }
    assertThat(different).hasSize(60);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(Digits.draw(12, 3).x(11)).containsExactly(Digits.draw(12, 3).x(11));
    assertThat(Digits.draw(12, 3).x(11)).isNotEqualTo(Digits.draw(12, 4).x(11));
  }

  /** The nearest mean image names most digits: they look like what they are. */
  @Test
  void digitsLookAlike() {
    Dataset train = Digits.draw(500, 1);
    float[][] means = new float[10][784];
    for (int i = 0; i < train.size(); i++) {
      for (int j = 0; j < 784; j++) {
        means[i % 10][j] += train.x(i)[j] / 50;
      }
    }
    Dataset test = Digits.draw(200, 2);
    int right = 0;
    for (int i = 0; i < test.size(); i++) {
      right += nearest(means, test.x(i)) == i % 10 ? 1 : 0;
    }
    assertThat(right).isGreaterThan(140);
  }

  private static int nearest(float[][] means, float[] x) {
    int nearest = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < means.length; i++) {
      double distance = 0;
      for (int j = 0; j < x.length; j++) {
        distance += (x[j] - means[i][j]) * (x[j] - means[i][j]);
      }
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  @Test
  void refusesToDrawNothing() {
    assertThatThrownBy(() -> Digits.draw(0, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("draw(0)");
  }
}
