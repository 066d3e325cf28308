package dev.annotron.processor.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.ir.Graphs;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataPathTest {
  private final Node node = new Graphs().input("x", 28, 28);
  private final DataPath path = new DataPath();

  private LayerSpec layer(String name, String... inputs) {
    List<Value<String>> read =
        Arrays.stream(inputs).map(input -> new Value<>(input, Position.NOWHERE)).toList();
    AnnotationSpec kind = new AnnotationSpec("Dense", Position.NOWHERE, Map.of());
    LayerSpec layer = new LayerSpec(name, Position.NOWHERE, kind, read, List.of());
    path.put(layer, node);
    return layer;
  }

  @Test
  void goesFromTheInputToTheLayer() {
    layer("pixels");
    layer("conv", "pixels");
    assertThat(path.to(layer("digit", "conv"))).isEqualTo("pixels[28,28] → conv[28,28] → digit");
  }

  @Test
  void stopsWhereSeveralMeet() {
    layer("a");
    layer("b", "a");
    layer("sum", "a", "b");
    assertThat(path.to(layer("last", "sum"))).isEqualTo("(a[28,28], b[28,28]) → sum[28,28] → last");
  }

  @Test
  void staysShortHoweverDeepTheNetworkIs() {
    layer("sum0");
    for (int i = 1; i <= 200; i++) {
      layer("block" + i, "sum" + (i - 1));
      layer("sum" + i, "sum" + (i - 1), "block" + i);
    }
    assertThat(path.to(layer("last", "sum200"))).hasSizeLessThan(100);
    layer("chain0");
    for (int i = 1; i <= 200; i++) {
      layer("chain" + i, "chain" + (i - 1));
    }
    assertThat(path.to(layer("end", "chain200"))).startsWith("… → chain193").endsWith("→ end");
  }
}
