package dev.annotron.processor.numbers;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Layers that take several methods, so that parts of one are beside other layers in a loop over the
 * samples: none may overwrite what another sample still needs. It takes many samples to see that.
 */
final class SplitLayersTest {
  private static final int SAMPLES = 64;
  private static final int CHAINS = 30;

  /** The order of sums differs; what is overwritten is off by hundredths. */
  private static final double FLOAT = 1e-5;

  private static ModelSpec cropped() {
    NetworkBuilder network =
        new NetworkBuilder("Cropped")
            .input("x", 250, 1)
            .layer("m", "Cropping1D", Map.of("value", List.of(200, 23)))
            .flatten("flat");
    return dense(network, 1, 1, 2);
  }

  /**
   * Layers of random width, of which wide ones behind many inputs are split; every other is narrow,
   * so that one soon follows whose place is theirs.
   */
  private static ModelSpec chain(int number) {
    // Seeds beside each other would give the first numbers of Random in common.
    SplittableRandom random = new SplittableRandom(number);
    NetworkBuilder network = new NetworkBuilder("Chain").input("x", 30 + random.nextInt(60));
    int layers = 3 + random.nextInt(4);
    IntStream units =
        IntStream.range(0, layers).map(i -> 1 + random.nextInt(random.nextBoolean() ? 2 : 20));
    return dense(network, units.toArray());
  }

  private static ModelSpec dense(NetworkBuilder network, int... units) {
    for (int i = 0; i < units.length; i++) {
      network.dense("d" + i, units[i], Activation.TANH);
    }
    return network.loss(Loss.MEAN_SQUARED_ERROR).sgd(0.1).batchSize(SAMPLES).build();
  }

  private static Stream<ModelSpec> networks() {
    ModelSpec narrow = dense(new NetworkBuilder("Narrow").input("x", 30), 9, 1, 1, 10);
    return Stream.concat(
        Stream.of(cropped(), narrow), IntStream.range(0, CHAINS).mapToObj(i -> chain(i)));
  }

  private static float[][] random(int width, long seed) {
    Random random = new Random(seed);
    float[][] values = new float[SAMPLES][width];
    for (float[] row : values) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return values;
  }

  @Test
  void samplesDoNotMix() {
    Workshop workshop = new Workshop();
    Variant split = Variant.of(Compute.UNROLLED);
    Variant loops = Variant.of(Compute.LOOP);
    Map<Workshop.Order, Workshop.Order> orders = new LinkedHashMap<>();
    networks().forEach(n -> orders.put(workshop.order(n, split), workshop.order(n, loops)));
    Workshop.Loaded loaded = workshop.open();
    orders.forEach(
        (order, other) ->
            agree(order.className(), loaded.network(order, split), loaded.network(other, loops)));
  }

  private static void agree(String name, Network split, Network loops) {
    Model model = split.create(5);
    Model reference = loops.create(5);
    float[][] x = random(split.architecture().sampleSize(), 1);
    float[][] expected = reference.predict(x);
    Dataset data = Dataset.of(x, random(expected[0].length, 2));
    check(name + " predict", model.predict(x), expected);
    double loss = reference.evaluate(data).loss();
    Close.check(name + " evaluate", model.evaluate(data).loss(), loss, FLOAT);
    // Steps of all samples, whose gradients are in the weights.
    model.fit(data, new FitOptions().verbose(0));
    reference.fit(data, new FitOptions().verbose(0));
    check(name + " after training", model.predict(x), reference.predict(x));
  }

  private static void check(String what, float[][] actual, float[][] expected) {
    Close.check(what, flat(actual), flat(expected), FLOAT);
  }

  private static double[] flat(float[][] rows) {
    return Stream.of(rows).flatMapToDouble(SplitLayersTest::numbers).toArray();
  }

  private static DoubleStream numbers(float[] row) {
    return IntStream.range(0, row.length).mapToDouble(i -> row[i]);
  }
}
