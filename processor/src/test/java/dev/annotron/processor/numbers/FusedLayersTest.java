package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.FitOptions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An activation as a layer of its own is the same network, bit for bit. */
final class FusedLayersTest {
  private static final List<Activation> FUNCTIONS =
      Stream.of(Activation.values()).filter(a -> a != Activation.EXPONENTIAL).toList();

  static Stream<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void separateActivationsGiveTheSameWeights(Variant variant) {
    Workshop workshop = new Workshop();
    List<Workshop.Order> together =
        FUNCTIONS.stream().map(f -> workshop.order(network(f, false), variant)).toList();
    List<Workshop.Order> apart =
        FUNCTIONS.stream().map(f -> workshop.order(network(f, true), variant)).toList();
    Workshop.Loaded loaded = workshop.open();
    for (int i = 0; i < FUNCTIONS.size(); i++) {
      byte[] trained = trained(loaded.network(together.get(i), variant));
      assertThat(trained(loaded.network(apart.get(i), variant)))
          .as(FUNCTIONS.get(i).name())
          .isEqualTo(trained)
          .isNotEqualTo(new Computed(loaded.network(apart.get(i), variant).create(7)).bits());
    }
  }

  private static ModelSpec network(Activation function, boolean apart) {
    NetworkBuilder network = new NetworkBuilder("Fused").input("x", 8);
    layer(network, "a", 13, function, apart);
    layer(network, "b", 7, function, apart);
    layer(network, "c", 3, Activation.SOFTMAX, apart);
    return network.loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY).adam(0.01).build();
  }

  private static void layer(
      NetworkBuilder network, String name, int units, Activation function, boolean apart) {
    if (apart) {
      network.dense(name, units, Activation.LINEAR).activate(name + "Activated", function);
    } else {
      network.dense(name, units, function);
    }
  }

  private static byte[] trained(Network network) {
    Random random = new Random(3);
    int rows = 50;
    double[] x = random.doubles(rows * 8, -1, 1).toArray();
    double[] labels = random.ints(rows, 0, 3).asDoubleStream().toArray();
    Computed computed = new Computed(network.create(7));
    FitOptions options = new FitOptions().epochs(3).batchSize(16).verbose(0);
    computed.model().fit(new Batch(x, labels, rows).dataset(), options);
    return computed.bits();
  }
}
