package dev.annotron.processor.numbers;

import dev.annotron.processor.spec.ModelSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that join tensors, by their formulas, in every way of computing. */
final class MergeLayersTest {
  private static final int ROWS = 3;

  private record Merge(String kind, Integer[] a, Integer[] b, DoubleBinaryOperator formula) {}

  private static Stream<Merge> merges() {
    List<Integer[][]> shapes =
        List.of(
            new Integer[][] {{5}, {5}},
            new Integer[][] {{1}, {7}},
            new Integer[][] {{2, 3, 4}, {1, 1, 4}},
            new Integer[][] {{2, 3, 4}, {4}},
            new Integer[][] {{2, 1, 4}, {1, 3, 1}},
            new Integer[][] {{3}, {2, 2, 1}});
    return shapes.stream()
        .flatMap(
            s ->
                Stream.of(
                    new Merge("Add", s[0], s[1], Double::sum),
                    new Merge("Subtract", s[0], s[1], (a, b) -> a - b),
                    new Merge("Multiply", s[0], s[1], (a, b) -> a * b),
                    new Merge("Average", s[0], s[1], (a, b) -> (a + b) / 2),
                    new Merge("Maximum", s[0], s[1], Math::max),
                    new Merge("Minimum", s[0], s[1], Math::min)));
  }

  static Stream<Variant> variants() {
    return Variant.all();
  }

  @Test
  void interpreterAgrees() {
    agrees(Subjects.interpreter());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void generatedCodeAgrees(Variant variant) {
    agrees(Subjects.generated(variant));
  }

  private static void agrees(Subjects subjects) {
    Map<String, Merge> merges = new LinkedHashMap<>();
    merges().forEach(merge -> merges.put("merge" + merges.size(), merge));
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    merges.forEach(
        (name, merge) ->
            models.put(
                name,
                new NetworkBuilder("Merge")
                    .input("a", merge.a())
                    .input("b", merge.b())
                    .layer("joined", merge.kind(), Map.of(), "a", "b")
                    .build()));
    Map<String, Subject> made = subjects.of(models);
    merges.forEach((name, merge) -> check(merge, made.get(name), subjects.tolerance()));
  }

  private static void check(Merge merge, Subject subject, double tolerance) {
    int a = size(merge.a());
    int b = size(merge.b());
    double[] x = new java.util.Random(1).doubles((long) ROWS * (a + b), -2, 2).toArray();
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) x[i];
    }
    List<Integer> shape = joined(merge.a(), merge.b());
    int size = size(shape.toArray(Integer[]::new));
    double[] expected = new double[ROWS * size];
    for (int i = 0; i < expected.length; i++) {
      int row = i / size * (a + b);
      double left = x[row + index(i % size, shape, merge.a())];
      double right = x[row + a + index(i % size, shape, merge.b())];
      expected[i] = merge.formula().applyAsDouble(left, right);
    }
    Close.check(merge.kind(), subject.predict(new Batch(x, x, ROWS)), expected, tolerance);
  }

  /** Where a value of the result comes from in a tensor whose axes of size 1 repeat. */
  private static int index(int i, List<Integer> shape, Integer[] part) {
    int index = 0;
    int stride = 1;
    int rest = i;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      int at = rest % shape.get(axis);
      rest /= shape.get(axis);
      int partAxis = axis - shape.size() + part.length;
      if (partAxis >= 0) {
        index += part[partAxis] == 1 ? 0 : at * stride;
        stride *= part[partAxis];
      }
    }
    return index;
  }

  private static List<Integer> joined(Integer[] a, Integer[] b) {
    int rank = Math.max(a.length, b.length);
    Integer[] shape = new Integer[rank];
    for (int axis = 0; axis < rank; axis++) {
      int i = axis - rank + a.length;
      int j = axis - rank + b.length;
      shape[axis] = Math.max(i < 0 ? 1 : a[i], j < 0 ? 1 : b[j]);
    }
    return List.of(shape);
  }

  private static int size(Integer[] shape) {
    return Stream.of(shape).reduce(1, (m, n) -> m * n);
  }
}
