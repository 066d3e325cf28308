package dev.annotron.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.Initializer;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static String fingerprint(String name, int units, Activation activation) {
    Graphs graphs = new Graphs();
    Node x = graphs.input("x", 3);
    return Fingerprint.of(graphs.returning(graphs.dense(name, x, units, activation)));
  }

  @Test
  void isTheSameForTheSameNetwork() {
    assertThat(fingerprint("y", 2, Activation.RELU))
        .isEqualTo(fingerprint("y", 2, Activation.RELU))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void tellsNamesShapesAndFunctionsApart() {
    assertThat(fingerprint("y", 2, Activation.RELU))
        .isNotEqualTo(fingerprint("z", 2, Activation.RELU))
        .isNotEqualTo(fingerprint("y", 3, Activation.RELU))
        .isNotEqualTo(fingerprint("y", 2, Activation.TANH));
  }

  @Test
  void doesNotCareHowWeightsStart() {
    assertThat(withInitializer(Initializer.ONES)).isEqualTo(withInitializer(Initializer.ZEROS));
  }

  private static String withInitializer(Initializer initializer) {
    Graphs graphs = new Graphs();
    Node x = graphs.input("x", 3);
    Op kernel = new Op.Parameter("y/kernel", Shape.of(3, 2), initializer, 3, 2);
    Node product = graphs.layer("y", new Op.MatMul(), x, graphs.add("y", kernel));
    return Fingerprint.of(graphs.returning(product));
  }
}
