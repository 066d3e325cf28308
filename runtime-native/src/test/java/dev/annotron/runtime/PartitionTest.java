package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PartitionTest {
  private static final List<String> CLASSES = classes(40, 10);

  private static List<String> classes(int many, int few) {
    List<String> classes = new ArrayList<>(Collections.nCopies(many, "many"));
    classes.addAll(Collections.nCopies(few, "few"));
    return classes;
  }

  private static long few(int[] samples) {
    return Arrays.stream(samples).filter(i -> CLASSES.get(i).equals("few")).count();
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(DataException.class);
  }

  @Test
  void bothPartsTogetherAreAllSamples() {
    Partition parts = Partition.random(10, 0.7, 3);
    int[] all = new int[10];
    System.arraycopy(parts.train(), 0, all, 0, 7);
    System.arraycopy(parts.test(), 0, all, 7, 3);
    assertThat(all).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(parts.train()).isSorted();
    assertThat(parts.test()).isSorted();
    assertThat(Partition.random(10, 0.7, 3).train()).isEqualTo(parts.train());
    assertThat(Partition.random(10, 0.7, 4).train()).isNotEqualTo(parts.train());
  }

  @Test
  void classesKeepTheirShare() {
    Partition parts = Partition.stratified(CLASSES, 0.8, 1);
    assertThat(parts.train()).hasSize(40);
    assertThat(few(parts.train())).isEqualTo(8);
    assertThat(few(parts.test())).isEqualTo(2);
  }

  @Test
  void eachSampleIsTestedOnce() {
    for (List<Partition> folds :
        List.of(Partition.folds(50, 7, 2), Partition.stratifiedFolds(CLASSES, 7, 2))) {
      assertThat(folds).hasSize(7);
      int[] tested = new int[50];
      for (Partition fold : folds) {
        assertThat(fold.test().length).isBetween(7, 8);
        assertThat(fold.train().length + fold.test().length).isEqualTo(50);
        Arrays.stream(fold.test()).forEach(i -> tested[i]++);
      }
      assertThat(tested).containsOnly(1);
    }
    for (Partition fold : Partition.stratifiedFolds(CLASSES, 5, 2)) {
      assertThat(few(fold.test())).isEqualTo(2);
    }
  }

  @Test
  void asManyFoldsAsSamplesLeaveOneOut() {
    assertThat(Partition.folds(3, 3, 0)).allMatch(fold -> fold.test().length == 1);
  }

  @Test
  void namesAClassThatWouldBeEmpty() {
    List<String> one = classes(5, 1);
    refused(() -> Partition.stratified(one, 0.5, 1))
        .hasMessageContaining("Class few has 1 sample and would be empty in a part");
    refused(() -> Partition.stratifiedFolds(one, 2, 1))
        .hasMessageContaining("Class few has 1 sample and would be empty in some of 2");
    refused(() -> Partition.stratified(one, 1, 1)).hasMessageContaining("above 0 and below 1");
  }

  @Test
  void refusesTooManyFolds() {
    refused(() -> Partition.folds(4, 5, 1)).hasMessageContaining("5 folds of 4 samples");
    refused(() -> Partition.folds(1, 1, 1)).hasMessageContaining("1 folds of 1 sample;");
    refused(() -> Partition.stratifiedFolds(CLASSES, 51, 1)).hasMessageContaining("51 folds");
  }

  @Test
  void dataSetsAreDividedByTheirTargets() {
    float[][] x = new float[20][1];
    int[] labels = new int[20];
    for (int i = 0; i < 20; i++) {
      x[i][0] = i;
      labels[i] = i % 4 == 0 ? 1 : 0;
    }
    Dataset data = Dataset.of(x, labels);
    Split parts = data.stratifiedSplit(0.6, 9);
    assertThat(parts.train().classes()).hasSize(12);
    assertThat(parts.train().classes().stream().filter("1"::equals)).hasSize(3);
    assertThat(parts.test().classes().stream().filter("1"::equals)).hasSize(2);
    Dataset pairs = Dataset.of(x, new float[20][2]);
    assertThat(pairs.classes()).containsOnly("[0.0, 0.0]");
  }

  @Test
  void selectsSamplesInAnyOrder() {
    Dataset data = Dataset.of(new float[][] {{0}, {1}, {2}}, new float[3]).skip(1);
    Dataset selected = data.select(1, 0, 1);
    assertThat(selected.size()).isEqualTo(3);
    assertThat(selected.x(0)).containsExactly(2);
    assertThat(selected.x(1)).containsExactly(1);
    refused(data::select).hasMessageContaining("names no sample");
    refused(() -> data.select(2)).hasMessageContaining("select(2) of 2 samples");
    refused(() -> data.select(-1)).hasMessageContaining("0 to 1");
  }
}
