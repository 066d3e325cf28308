package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final float[][] X = {{0, 1}, {2, 3}, {4, 5}};
  private static final float[] Y = {10, 20, 30};

  /** A set whose sample i has the features 2i and 2i + 1 and the target i. */
  private static Dataset counting(int size) {
    float[][] x = new float[size][];
    float[] y = new float[size];
    for (int i = 0; i < size; i++) {
      x[i] = new float[] {2 * i, 2 * i + 1};
      y[i] = i;
    }
    return Dataset.of(x, y);
  }

  private static float[] targets(Dataset data) {
    float[] targets = new float[data.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = data.y(i)[0];
    }
    return targets;
  }

  @Test
  void weightsGoWithTheirSamples() {
    Dataset data = counting(6).weighted(0, 1, 2, 3, 4, 5);

    for (Dataset view :
        List.of(
            data.shuffle(3).take(4),
            data.skip(2),
            data.select(5, 1, 5),
            data.split(0.5, 1).test(),
            data.standardization().apply(data),
            data.windows(2, 1, 2))) {
      assertThat(view.isWeighted()).isTrue();
      for (int i = 0; i < view.size(); i++) {
        assertThat(view.weight(i)).isEqualTo(view.y(i)[0]);
      }
    }
    assertThat(counting(2).isWeighted()).isFalse();
    assertThat(counting(2).weight(1)).isEqualTo(1);
  }

  @Test
  void oneSampleMayHaveTwoWeights() {
    Dataset twice = counting(2).select(0, 0, 1).weighted(3, 4, 5);

    assertThat(twice.weight(0)).isEqualTo(3);
    assertThat(twice.weight(1)).isEqualTo(4);
  }

  @Test
  void holdsRowsOfFeaturesAndTargets() {
    Dataset data = Dataset.of(X, new float[][] {{7, 8}, {9, 10}, {11, 12}});

    assertThat(data.size()).isEqualTo(3);
    assertThat(data.featureCount()).isEqualTo(2);
    assertThat(data.targetCount()).isEqualTo(2);
    assertThat(data.x(1)).containsExactly(2, 3);
    assertThat(data.y(2)).containsExactly(11, 12);
  }

  @Test
  void takesOneTargetOrLabelPerSample() {
    assertThat(Dataset.of(X, Y).y(1)).containsExactly(20);
    assertThat(Dataset.of(X, new int[] {2, 0, 1}).y(0)).containsExactly(2);
  }

  @Test
  void copiesArrays() {
    float[][] x = {{1, 2}};
    Dataset data = Dataset.of(x, new float[] {3});
    x[0][0] = 99;

    assertThat(data.x(0)).containsExactly(1, 2);
  }

  @Test
  void showsBlocksRowByRow() {
    Dataset data = Dataset.of(X, Y);

    assertThat(data.features().toArray(ValueLayout.JAVA_FLOAT)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(data.targets().toArray(ValueLayout.JAVA_FLOAT)).containsExactly(10, 20, 30);
    assertThat(data.features().isReadOnly()).isTrue();
  }

  @Test
  void keepsSmallSetsOnTheHeapAndLargeOnesOutside() {
    int rows = DatasetMemory.HEAP_FLOATS / 2;

    Dataset small = counting(rows);
    Dataset large = counting(rows + 1);

    assertThat(small.features().isNative()).isFalse();
    assertThat(large.features().isNative()).isTrue();
    assertThat(large.features().address() % 64).isZero();
    assertThat(large.x(rows)).containsExactly(2 * rows, 2 * rows + 1);
  }

  @Test
  void sharesMemoryThatIsThere() {
    MemorySegment x = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_FLOAT, 1, 2, 3, 4);
    MemorySegment y = MemorySegment.ofArray(new float[] {5, 6});

    Dataset data = Dataset.of(x, 2, y, 1);

    assertThat(data.features().address()).isEqualTo(x.address());
    assertThat(data.x(1)).containsExactly(3, 4);
    assertThat(data.y(1)).containsExactly(6);
  }

  @Test
  void takesAndSkips() {
    Dataset data = counting(10);

    assertThat(targets(data.take(3))).containsExactly(0, 1, 2);
    assertThat(targets(data.skip(7))).containsExactly(7, 8, 9);
    assertThat(targets(data.skip(2).take(2).skip(1))).containsExactly(3);
    assertThat(data.take(11).size()).isEqualTo(10);
  }

  @Test
  void viewsShareTheBlock() {
    Dataset data = counting(4);
    Dataset view = data.shuffle(1).skip(1);

    assertThat(view.features()).isEqualTo(data.features());
    for (int i = 0; i < view.size(); i++) {
      assertThat(view.x(i)).containsExactly(2 * view.rowAt(i), 2 * view.rowAt(i) + 1);
    }
  }

  @Test
  void shufflesBySeedAlone() {
    Dataset data = counting(100);
    float[] once = targets(data.shuffle(0));

    assertThat(once).isEqualTo(targets(data.shuffle(0)));
    assertThat(once).isNotEqualTo(targets(data)).isNotEqualTo(targets(data.shuffle(1)));
    assertThat(once).containsExactlyInAnyOrder(targets(data));
  }

  @Test
  void shufflesEveryPlaceEverywhere() {
    int[][] seen = new int[4][4];
    for (int seed = 0; seed < 4000; seed++) {
      Dataset shuffled = counting(4).shuffle(seed);
      for (int i = 0; i < 4; i++) {
        seen[i][shuffled.rowAt(i)]++;
      }
    }
    // Each count is binomial with mean 1000 and deviation 27.
    for (int[] counts : seen) {
      for (int count : counts) {
        assertThat(count).isBetween(850, 1150);
      }
    }
  }

  @Test
  void splitsInOrderOrShuffled() {
    Dataset data = counting(10);

    Split split = data.split(0.75);
    assertThat(targets(split.train())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(targets(split.test())).containsExactly(8, 9);

    Split shuffled = data.split(0.75, 5);
    Dataset whole = data.shuffle(5);
    assertThat(targets(shuffled.train())).isEqualTo(targets(whole.take(8)));
    assertThat(targets(shuffled.test())).isEqualTo(targets(whole.skip(8)));
  }

  @Test
  void saysWhatItIs() {
    assertThat(Dataset.of(X, Y)).hasToString("3 samples of 2 features and 1 target");
    Dataset named =
        Dataset.builder(5, 1)
            .featureNames(List.of("a", "b", "c", "d", "e"))
            .targetNames(List.of("y"))
            .add(new float[5], new float[1])
            .build();
    assertThat(named).hasToString("1 sample of 5 features (a, b, c, d, ...) and 1 target (y)");
  }
}
