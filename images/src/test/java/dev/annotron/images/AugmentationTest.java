package dev.annotron.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Renewal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  private static final int HEIGHT = 6;
  private static final int WIDTH = 8;
  private static final Augmentation NONE = Augmentation.of(HEIGHT, WIDTH, 1);
  private static final Augmentation ALL =
      Augmentation.of(HEIGHT, WIDTH, 2)
          .shift(0.2)
          .rotate(20)
          .zoom(0.2)
          .flipHorizontally()
          .flipVertically()
          .crop(0.8)
          .blur(1)
          .noise(0.1)
          .cutOut(0.3)
          .fill(0.5);

  /** Rising values, so that every pixel can be told from the others. */
  private static float[] ramp() {
    float[] image = new float[HEIGHT * WIDTH];
    for (int i = 0; i < image.length; i++) {
      image[i] = i + 1;
    }
    return image;
  }

  private static Dataset images(int count) {
    float[][] x = new float[count][HEIGHT * WIDTH * 2];
    float[] y = new float[count];
    for (int i = 0; i < count; i++) {
      y[i] = i;
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] = (i * 31 + j * 7) % 100 / 100f;
      }
    }
    return Dataset.of(x, y);
  }

  private static float[][] rows(Dataset data) {
    float[][] rows = new float[data.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = data.x(i);
    }
    return rows;
  }

  @Test
  void changesNothingUnlessAsked() {
    assertThat(NONE.apply(ramp(), 0, 0)).containsExactly(ramp());
  }

  @Test
  void threadsChangeNothing() {
    Dataset data = images(23);
    for (long epoch : new long[] {0, 1, 7}) {
      float[][] expected = rows(ALL.seed(3).threads(1).apply(data, epoch));
      for (int threads : new int[] {2, 5}) {
        assertThat(rows(ALL.seed(3).threads(threads).apply(data, epoch))).isDeepEqualTo(expected);
      }
    }
  }

  @Test
  void epochsMadeAheadAreTheSame() {
    Dataset data = images(23);
    for (int threads : new int[] {1, 2, 5}) {
      Augmentation augmentation = ALL.seed(3).threads(threads);
      Renewal.Epochs epochs = augmentation.start(data);
      for (long number = 4; number < 9; number++) {
        Dataset epoch = epochs.next(number, number < 8);
        assertThat(rows(epoch)).isDeepEqualTo(rows(augmentation.apply(data, number)));
        assertThat(epoch.y(22)).containsExactly(22);
      }
    }
  }

  @Test
  void seedEpochAndSampleEachMakeAnotherImage() {
    float[] image = images(1).x(0);
    Set<List<Float>> different = new HashSet<>();
    for (int seed = 0; seed < 3; seed++) {
      for (int epoch = 0; epoch < 3; epoch++) {
        for (int sample = 0; sample < 3; sample++) {
          List<Float> values = new ArrayList<>();
          for (float value : ALL.seed(seed).apply(image, epoch, sample)) {
            values.add(value);
          }
          different.add(values);
        }
      }
    }
    assertThat(different).hasSize(27);
  }

  /** Looks for what must be so in one of many draws. */
  private static boolean some(Augmentation augmentation, float[] wanted) {
    for (int i = 0; i < 40; i++) {
      if (Arrays.equals(augmentation.apply(ramp(), 0, i), wanted)) {
        return true;
      }
    }
    return false;
  }

  private static float[] mapped(UnaryOperator<int[]> from) {
    float[] image = ramp();
    float[] mapped = new float[image.length];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int[] place = from.apply(new int[] {y, x});
        mapped[y * WIDTH + x] = image[place[0] * WIDTH + place[1]];
      }
    }
    return mapped;
  }

  @Test
  void flips() {
    float[] mirrored = mapped(at -> new int[] {at[0], WIDTH - 1 - at[1]});
    float[] upsideDown = mapped(at -> new int[] {HEIGHT - 1 - at[0], at[1]});
    assertThat(some(NONE.flipHorizontally(), mirrored)).isTrue();
    assertThat(some(NONE.flipHorizontally(), ramp())).isTrue();
    assertThat(some(NONE.flipHorizontally(), upsideDown)).isFalse();
    assertThat(some(NONE.flipVertically(), upsideDown)).isTrue();
    assertThat(some(NONE.flipVertically(), mirrored)).isFalse();
  }

  /** On a plane of rising values, a shift adds a constant inside; a zoom changes the slope. */
  @Test
  void shiftsAndZooms() {
    Set<Long> steps = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      float[] shifted = NONE.fill(0).shift(0.1).apply(ramp(), 0, i);
      int middle = 3 * WIDTH + 4;
      assertThat(shifted[middle + 1] - shifted[middle]).isCloseTo(1, within(1e-4f));
      steps.add(Math.round(1000.0 * (shifted[middle] - ramp()[middle])));
      float[] zoomed = NONE.zoom(0.2).apply(ramp(), 0, i);
      assertThat(zoomed[middle + 1] - zoomed[middle]).isBetween(1 / 1.21f, 1 / 0.79f);
    }
    assertThat(steps).hasSizeGreaterThan(15);
  }

  @Test
  void rotatesAboutTheMiddle() {
    Augmentation square = Augmentation.of(5, 5, 1);
    float[] image = new float[25];
    image[12] = 1;
    image[7] = 1;
    for (int i = 0; i < 20; i++) {
      float[] rotated = square.rotate(180).apply(image, 0, i);
      assertThat(rotated[12]).isCloseTo(1, within(0.5f));
      double sum = 0;
      for (float value : rotated) {
        sum += value;
      }
      assertThat(sum).isBetween(1.2, 3.0);
    }
  }

  @Test
  void cropEnlargesAPart() {
    for (int i = 0; i < 20; i++) {
      float[] cropped = NONE.crop(0.5).apply(ramp(), 0, i);
      int middle = 3 * WIDTH + 4;
      assertThat(cropped[middle + 1] - cropped[middle]).isCloseTo(0.5f, within(1e-4f));
    }
  }

  @Test
  void cutOutFillsASquare() {
    for (int i = 0; i < 20; i++) {
      float[] cut = NONE.cutOut(0.5).fill(-1).apply(ramp(), 0, i);
      int filled = 0;
      for (float value : cut) {
        filled += value == -1 ? 1 : 0;
      }
      assertThat(filled).isEqualTo(9);
    }
  }

  @Test
  void blurKeepsTheMeanOfWhatIsInside() {
    float[] image = new float[21 * 21];
    image[10 * 21 + 10] = 1;
    float least = 1;
    for (int i = 0; i < 20; i++) {
      float[] blurred = Augmentation.of(21, 21, 1).blur(2).apply(image, 0, i);
      double sum = 0;
      for (float value : blurred) {
        sum += value;
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
      assertThat(blurred[10 * 21 + 9]).isCloseTo(blurred[9 * 21 + 10], within(1e-6f));
      least = Math.min(least, blurred[10 * 21 + 10]);
    }
    assertThat(least).isLessThan(0.2f);
  }

  @Test
  void noiseHasItsDeviation() {
    float[] noisy = Augmentation.of(100, 100, 1).noise(0.5).apply(new float[10_000], 0, 0);
    double sum = 0;
    double squares = 0;
    for (float value : noisy) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / 10_000).isCloseTo(0, within(0.02));
    assertThat(Math.sqrt(squares / 10_000)).isCloseTo(0.5, within(0.02));
  }

  @Test
  void refusesBadAmounts() {
    assertThatThrownBy(() -> Augmentation.of(0, 1, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("[0,1,1]");
    List<UnaryOperator<Augmentation>> wrong =
        List.of(
            a -> a.shift(1.1),
            a -> a.rotate(-1),
            a -> a.zoom(1),
            a -> a.crop(0),
            a -> a.blur(Double.NaN),
            a -> a.noise(-0.1),
            a -> a.cutOut(2),
            a -> a.fill(Double.POSITIVE_INFINITY),
            a -> a.threads(0));
    for (UnaryOperator<Augmentation> each : wrong) {
      assertThatThrownBy(() -> each.apply(NONE))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("expected a number from");
    }
  }

  @Test
  void refusesImagesOfAnotherSize() {
    assertThatThrownBy(() -> NONE.start(images(1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("An image has 96 values; expected 48 = 6 x 8 x 1");
    assertThatThrownBy(() -> NONE.apply(new float[3], 0, 0)).isInstanceOf(DataException.class);
  }
}
