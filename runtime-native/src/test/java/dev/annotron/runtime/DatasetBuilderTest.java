package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetBuilderTest {

  @Test
  void collectsRowsAndNames() {
    Dataset data =
        Dataset.builder(2, 1)
            .featureNames(List.of("a", "b"))
            .targetNames(List.of("y"))
            .classNames(List.of("no", "yes"))
            .add(new float[] {1, 2}, new float[] {0})
            .add(new float[] {3, 4}, new float[] {1})
            .build();

    assertThat(data.x(1)).containsExactly(3, 4);
    assertThat(data.y(1)).containsExactly(1);
    assertThat(data.featureNames()).containsExactly("a", "b");
    assertThat(data.targetNames()).containsExactly("y");
    assertThat(data.classNames()).containsExactly("no", "yes");
    assertThat(data.shuffle(1).featureNames()).containsExactly("a", "b");
  }

  @Test
  void copiesRows() {
    float[] row = {1};
    DatasetBuilder builder = Dataset.builder(1, 1).add(row, row);
    row[0] = 2;

    assertThat(builder.build().x(0)).containsExactly(1);
  }

  /** Rows of 1000 lie across the border between chunks; 3000 of them take several. */
  @Test
  void growsBeyondTheHeap() {
    DatasetBuilder builder = Dataset.builder(1000, 1);
    float[] x = new float[1000];
    for (int i = 0; i < 3000; i++) {
      x[0] = i;
      x[999] = -i;
      builder.add(x, new float[] {i});
    }
    Dataset data = builder.build();

    assertThat(data.size()).isEqualTo(3000);
    assertThat(data.features().isNative()).isTrue();
    for (int i = 0; i < 3000; i++) {
      float[] row = data.x(i);
      assertThat(row[0]).isEqualTo(i);
      assertThat(row[999]).isEqualTo(-i);
      assertThat(data.y(i)[0]).isEqualTo(i);
    }
  }

  /** A row longer than a chunk. */
  @Test
  void takesVeryLongRows() {
    float[] x = new float[5 * DatasetMemory.HEAP_FLOATS + 3];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    Dataset data = Dataset.builder(x.length, 1).add(x, new float[1]).build();

    assertThat(data.x(0)).isEqualTo(x);
  }

  @Test
  void namesTheColumnOfABadValue() {
    DatasetBuilder builder = Dataset.builder(2, 1).featureNames(List.of("cement", "slag"));
    builder.add(new float[2], new float[1]);

    assertThatThrownBy(() -> builder.add(new float[] {1, Float.NaN}, new float[1]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 1, feature 1 (slag)");
    assertThatThrownBy(() -> builder.add(new float[3], new float[1]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("3 features");
    assertThat(builder.size()).isEqualTo(1);
  }

  @Test
  void refusesNoRowsAndWrongNames() {
    DatasetBuilder builder = Dataset.builder(2, 1);
    assertThatThrownBy(builder::build).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> builder.featureNames(List.of("only")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 feature names [only]");
  }
}
