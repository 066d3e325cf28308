package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Loss;
import dev.annotron.processor.plan.Compute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Layers that move values, on tensors small enough to see where each value went. */
final class ShapeLayersTest {

  @Test
  void permuteReordersAxes() {
    assertThat(predicted("Permute", List.of(2, 1), 2, 3)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(predicted("Permute", List.of(3, 1, 2), 1, 2, 3)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(predicted("Permute", List.of(3, 2, 1), 2, 1, 3)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(predicted("Permute", List.of(1, 2), 2, 3)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void paddingPutsZerosAround() {
    assertThat(predicted("ZeroPadding1D", List.of(1, 2), 2, 2))
        .containsExactly(0, 0, 1, 2, 3, 4, 0, 0, 0, 0);
    assertThat(predicted("ZeroPadding2D", List.of(1, 0, 0, 1), 2, 2, 1))
        .containsExactly(0, 0, 0, 1, 2, 0, 3, 4, 0);
    assertThat(predicted("ZeroPadding2D", List.of(1, 2), 1, 1, 1)).hasSize(15).endsWith(0, 0);
  }

  @Test
  void croppingCutsEdgesOff() {
    assertThat(predicted("Cropping1D", List.of(1, 2), 4, 2)).containsExactly(3, 4);
    assertThat(predicted("Cropping2D", List.of(1), 3, 3, 1)).containsExactly(5);
    assertThat(predicted("Cropping2D", List.of(0, 1, 2, 0), 2, 3, 1)).containsExactly(3);
  }

  @Test
  void reshapeMovesNothing() {
    assertThat(predicted("Reshape", List.of(3, -1), 2, 3)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  /** What a layer makes of 1, 2, 3, …, in generated code. */
  private static float[] predicted(String kind, List<Integer> value, Integer... shape) {
    NetworkBuilder network =
        new NetworkBuilder("Moved")
            .input("x", shape)
            .layer("moved", kind, Map.of("value", value))
            .flatten("flat")
            .loss(Loss.MEAN_SQUARED_ERROR);
    int size = List.of(shape).stream().reduce(1, (a, b) -> a * b);
    float[] x = new float[size];
    for (int i = 0; i < size; i++) {
      x[i] = i + 1;
    }
    return Workshop.network(network.build(), Variant.of(Compute.AUTO)).create(1).predict(x);
  }
}
