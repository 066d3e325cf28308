package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.Model;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What layers are called changes no number, also where generated code uses such names itself. */
final class NamesTest {
  private static final List<String> PLAIN = List.of("p", "q", "s", "t");

  private static final List<List<String>> ODD =
      List.of(
          List.of("SECOND_KERNEL", "second", "Second", "SECOND"),
          List.of("work", "weights", "rows", "kernels"),
          List.of("x0", "d0", "s0", "x0Row"),
          List.of("Functions", "HeapKernels", "MemorySegment", "ValueLayout"),
          List.of("hiddenLayer", "hidden_layer", "HiddenLayer", "HIDDEN_LAYER"),
          List.of("_1", "a__b", "größe$", "toString_"),
          List.of("predict", "update", "engine", "ARCHITECTURE"));

  static Stream<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void namesChangeNoNumber(Variant variant) {
    Workshop workshop = new Workshop();
    Workshop.Order plain = workshop.order(network(PLAIN), variant);
    List<Workshop.Order> odd =
        ODD.stream().map(names -> workshop.order(network(names), variant)).toList();
    Workshop.Loaded loaded = workshop.open();
    float[] expected = predicted(loaded.network(plain, variant));
    for (int i = 0; i < odd.size(); i++) {
      assertThat(predicted(loaded.network(odd.get(i), variant)))
          .as("%s", ODD.get(i))
          .containsExactly(expected);
    }
  }

  private static ModelSpec network(List<String> names) {
    NetworkBuilder network = new NetworkBuilder("Named").input("input", 2);
    for (int i = 0; i < names.size(); i++) {
      network.dense(names.get(i), 3 + i, Activation.TANH);
    }
    return network.build();
  }

  private static float[] predicted(Network network) {
    Model model = network.create(7);
    return model.predict(0.5f, -1);
  }
}
