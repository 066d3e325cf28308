package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DatasetBadInputTest {
  private static final float[][] X = {{0, 1}, {2, 3}};
  private static final float[] Y = {0, 1};

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(DataException.class);
  }

  @Test
  void refusesNoSamples() {
    refused(() -> Dataset.of(new float[0][], new float[0])).hasMessageContaining("empty");
    refused(() -> Dataset.of(new float[0][], new float[0][])).hasMessageContaining("empty");
    refused(() -> Dataset.of(new float[0][], new int[0])).hasMessageContaining("empty");
    refused(() -> Dataset.of(MemorySegment.ofArray(new float[0]), 1, floats(1), 1))
        .hasMessageContaining("empty");
  }

  @Test
  void refusesWeightsThatAreNone() {
    Dataset data = Dataset.of(X, Y);
    refused(() -> data.weighted(1))
        .hasMessageStartingWith("weighted(...) has 1 weights; expected 2, one for each sample");
    refused(() -> data.weighted(1, -1))
        .hasMessageStartingWith(
            "The weight of sample 1 (counted from 0) is -1.0; expected a finite");
    refused(() -> data.weighted(Float.NaN, 1)).hasMessageContaining("sample 0");
    refused(() -> data.weighted(1, Float.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
  }

  @Test
  void refusesNoColumns() {
    refused(() -> Dataset.of(new float[][] {{}}, new float[1])).hasMessageContaining("0 features");
    refused(() -> Dataset.of(new float[1][1], new float[][] {{}}))
        .hasMessageContaining("0 targets");
    refused(() -> Dataset.builder(0, 1)).hasMessageContaining("0 features");
  }

  @Test
  void refusesDifferentNumbersOfRows() {
    refused(() -> Dataset.of(X, new float[3])).hasMessageContaining("x has 2 rows and y has 3");
  }

  @Test
  void refusesRaggedRows() {
    refused(() -> Dataset.of(new float[][] {{1, 2}, {3}}, Y))
        .hasMessageContaining("Row 1")
        .hasMessageContaining("1 features")
        .hasMessageContaining("expected 2");
    refused(() -> Dataset.of(X, new float[][] {{1}, {2, 3}})).hasMessageContaining("2 targets");
  }

  @Test
  @SuppressWarnings("NullAway")
  void refusesNull() {
    refused(() -> Dataset.of(new float[][] {{1}, null}, new float[2]))
        .hasMessageContaining("The features of row 1 (counted from 0) are null");
    refused(() -> Dataset.of(X, new float[][] {null, {1}}))
        .hasMessageContaining("The targets of row 0 (counted from 0) are null");
    refused(() -> Dataset.of(null, Y)).hasMessageContaining("no features: null");
    refused(() -> Dataset.of(X, (float[][]) null)).hasMessageContaining("no targets: null");
    refused(() -> Dataset.of(X, (float[]) null)).hasMessageContaining("no targets: null");
    refused(() -> Dataset.of(X, (int[]) null)).hasMessageContaining("no labels: null");
    refused(() -> Dataset.builder(1, 1).add(new float[1], new float[1]).add(new float[1], null))
        .hasMessageContaining("The targets of row 1");
  }

  @Test
  void refusesWhatIsNotFinite() {
    refused(() -> Dataset.of(new float[][] {{0, 1}, {2, Float.NaN}}, Y))
        .hasMessageContaining("Row 1, feature 1")
        .hasMessageContaining("NaN");
    refused(() -> Dataset.of(X, new float[] {0, Float.NEGATIVE_INFINITY}))
        .hasMessageContaining("Row 1, target 0")
        .hasMessageContaining("-Infinity");
  }

  @Test
  void findsWhatIsNotFiniteInLargeMemory() {
    float[] x = new float[30_003];
    x[30_001] = Float.POSITIVE_INFINITY;
    refused(() -> Dataset.of(MemorySegment.ofArray(x), 3, floats(10_001), 1))
        .hasMessageContaining("Row 10000, feature 1,");
  }

  @Test
  void refusesLabelsThatAreNoClasses() {
    refused(() -> Dataset.of(X, new int[] {0, -1})).hasMessageContaining("label of row 1");
    refused(() -> Dataset.of(X, new int[] {1 << 25, 0})).hasMessageContaining("label of row 0");
  }

  @Test
  void refusesMemoryOfTheWrongSize() {
    refused(() -> Dataset.of(floats(5), 2, floats(2), 1)).hasMessageContaining("multiple of 8");
    refused(() -> Dataset.of(floats(4), 2, floats(3), 1)).hasMessageContaining("x has 2 rows");
    refused(() -> Dataset.of(floats(4), 0, floats(3), 1)).hasMessageContaining("0 features");
    refused(() -> Dataset.of(MemorySegment.ofArray(new byte[16]), 2, floats(2), 1))
        .hasMessageContaining("aligned");
  }

  private static MemorySegment floats(int count) {
    return MemorySegment.ofArray(new float[count]);
  }

  @Test
  void refusesSizesBeyondAllMemory() {
    refused(() -> DatasetMemory.floats(Integer.MAX_VALUE, Integer.MAX_VALUE))
        .hasMessageContaining("rows of");
    refused(() -> DatasetMemory.allocate(1L << 50, 3L << 50))
        .hasMessageStartingWith("The data needs 16384.0 TiB of memory outside the heap; expected")
        .hasMessageContaining("-XX:MaxDirectMemorySize")
        .hasMessageContaining("-Dannotron.data.directory=DIR")
        .hasCauseInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void refusesEmptyViews() {
    Dataset data = Dataset.of(X, Y);
    refused(() -> data.take(0)).hasMessageContaining("take(0)");
    refused(() -> data.take(-1)).hasMessageContaining("take(-1)");
    refused(() -> data.skip(2)).hasMessageContaining("skip(2) of 2");
    refused(() -> data.skip(-1)).hasMessageContaining("skip(-1)");
    refused(() -> data.split(0)).hasMessageContaining("split(0.0)");
    refused(() -> data.split(1)).hasMessageContaining("split(1.0)");
    refused(() -> data.split(Double.NaN)).hasMessageContaining("split(NaN)");
    refused(() -> data.split(0.1)).hasMessageContaining("one part empty");
  }

  @Test
  void refusesSamplesThatAreNotThere() {
    assertThatThrownBy(() -> Dataset.of(X, Y).x(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Dataset.of(X, Y).y(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void saysFoundExpectedAndMend() {
    assertThat(new DataException("a", "b", "C.")).hasMessage("a; expected b. C.");
  }
}
