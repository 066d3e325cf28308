package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.numbers.Subject.Slope;
import dev.annotron.processor.optimize.Passes;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DivergedException;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random networks, computed in every way: each must agree with the interpreter, in outputs, loss,
 * gradients, and in the weights after optimizer steps.
 */
final class RandomNetworksTest {
  private static final int NETWORKS = 520;
  private static final int CHUNK = 26;

  /** Passes must not change the meaning: in double all that is left is rounding. */
  private static final double EXACT = 1e-9;

  /** Outputs and loss in float, behind ten layers of sums; the worst that was seen is 6.4e-7. */
  private static final double FORWARD = 2e-6;

  /**
   * Gradients, after as many layers more; the worst that was seen is 6e-6, 19 of 20 are below
   * 1.5e-6.
   */
  private static final double BACKWARD = 2e-5;

  /** Of the largest move: a few operations in float. */
  private static final double UPDATE = 2e-6;

  /** Of the largest weight: the sum is rounded to float. */
  private static final double ROUNDING = 1.2e-7;

  /**
   * Of the largest weights of all steps, for Ftrl: its sum takes in the difference of two powers
   * times the weight, in each step anew, and makes the weight of the sum. Each power is rounded,
   * and so are the product and the sum.
   */
  private static final double FROM_SUMS = 4 * ROUNDING;

  private static final List<Set<String>> SUBSETS = subsets();

  static Stream<Long> chunks() {
    return LongStream.iterate(0, first -> first < NETWORKS, first -> first + CHUNK).boxed();
  }

  @Test
  void passesLeaveTheMeaning() {
    assertThat(SUBSETS).hasSize(16);
    each(0, NETWORKS, seed -> passesLeaveTheMeaning(seed));
  }

  private static void passesLeaveTheMeaning(long seed) {
    ModelSpec model = RandomNetwork.of(seed);
    RandomData data = RandomData.of(model, seed);
    Results plain = Results.of(interpreted(model, Passes.names(), data), data);
    for (Set<String> disabled : SUBSETS) {
      Results.of(interpreted(model, disabled, data), data)
          .check("without " + disabled, plain, EXACT, EXACT);
    }
  }

  @ParameterizedTest
  @MethodSource("chunks")
  void everyWayAgreesWithTheInterpreter(long first) {
    Workshop workshop = new Workshop();
    Map<Long, Map<Variant, Workshop.Order>> orders = new LinkedHashMap<>();
    for (long seed = first; seed < first + CHUNK; seed++) {
      ModelSpec model = RandomNetwork.of(seed);
      Map<Variant, Workshop.Order> ofModel = new LinkedHashMap<>();
      variants(seed).forEach(v -> ofModel.put(v, workshop.order(model, v)));
      orders.put(seed, ofModel);
    }
    Workshop.Loaded loaded = workshop.open();
    each(
        first,
        first + CHUNK,
        seed -> {
          ModelSpec model = RandomNetwork.of(seed);
          RandomData data = RandomData.of(model, seed);
          Interpreted expected = interpreted(model, Set.of(), data);
          orders
              .get(seed)
              .forEach((v, order) -> agrees(v, kernels(v, order, loaded), model, data, expected));
        });
  }

  /**
   * All ways with all passes, and one with some passes less: in turn, each way with each subset.
   */
  private static List<Variant> variants(long seed) {
    List<Compute> ways =
        RandomNetwork.isHeavy(seed)
            ? List.of(Compute.AUTO, Compute.LOOP, Compute.NATIVE)
            : List.of(Compute.UNROLLED, Compute.LOOP, Compute.NATIVE);
    List<Variant> variants = new ArrayList<>(ways.stream().map(Variant::of).toList());
    Set<String> disabled = SUBSETS.get((int) (1 + seed % (SUBSETS.size() - 1)));
    variants.add(Variant.of(ways.get((int) (seed % ways.size()))).without(disabled));
    return variants;
  }

  /** A network that uses kernels is computed with those of this process and with the plain ones. */
  private static List<Network> kernels(Variant variant, Workshop.Order order, Workshop.Loaded in) {
    Network network = in.network(order, variant);
    return variant.compute() == Compute.NATIVE
        ? List.of(network, new Network(network.type(), true))
        : List.of(network);
  }

  private static void agrees(
      Variant variant,
      List<Network> networks,
      ModelSpec model,
      RandomData data,
      Interpreted expected) {
    Results results = Results.of(expected, data);
    double loss = expected.evaluate(data.batch());
    for (Network network : networks) {
      String what = variant + (network.plainKernels() ? " with plain kernels" : "");
      Computed computed = new Computed(network.create(Subject.SEED));
      computed.set(data.weights());
      Results.of(computed, data).check(what, results, FORWARD, BACKWARD);
      double[] single = computed.predictOneByOne(data.batch());
      Close.check(what + " one by one", single, results.outputs(), FORWARD);
      Dataset set = data.batch().dataset();
      Model made = computed.model();
      Close.check(what + " evaluate", made.evaluate(set).loss(), loss, FORWARD);
      if (!penalised(model)) {
        Close.check(what + " judged by itself", made.evaluate(set, made).loss(), loss, FORWARD);
      }
      steps(what, computed, model, expected, data.batch());
      expected.set(data.weights());
      assertThat(trained(network, data, set))
          .as(what + " trained on a batch that stays")
          .isEqualTo(trained(network, data, set.renewing(samples -> (_, _) -> samples)));
    }
  }

  /** The weights after some epochs of one batch, or why there are none. */
  private static byte[] trained(Network network, RandomData data, Dataset set) {
    Computed computed = new Computed(network.create(Subject.SEED));
    computed.set(data.weights());
    try {
      computed.model().fit(set, new FitOptions().epochs(3).batchSize(set.size()).verbose(0));
    } catch (DivergedException e) {
      return e.getMessage().getBytes(StandardCharsets.UTF_8);
    }
    return computed.bits();
  }

  /** Penalties are in a network's own loss, and not in that of what it judges. */
  private static boolean penalised(ModelSpec model) {
    return model.layers().stream()
        .anyMatch(l -> l.modifier("L1").isPresent() || l.modifier("L2").isPresent());
  }

  /** The gradients are checked already: these are the updates alone. */
  private static void steps(
      String what, Computed network, ModelSpec model, Interpreted reference, Batch batch) {
    ReferenceOptimizer optimizer = new ReferenceOptimizer(model, false);
    double sums = model.optimizer().kind().equals("Ftrl") ? FROM_SUMS : 0;
    Map<String, Double> history = new HashMap<>();
    for (int step = 1; step <= 2; step++) {
      Slope slope = network.differentiate(batch);
      Map<String, double[]> before = network.weights();
      Map<String, double[]> expected = optimizer.step(before, slope.gradients());
      reference.set(before);
      Map<String, double[]> updates = reference.updates(batch, step);
      String where = what + " after step " + step;
      Close.check(where + " loss", network.step(batch), slope.loss(), 1e-12);
      Map<String, double[]> weights = network.weights();
      updates.forEach(
          (name, next) -> Close.check(where + " " + name, weights.remove(name), next, FORWARD));
      weights.forEach(
          (name, found) -> {
            double[] from = before.get(name);
            history.merge(name, sums * Close.magnitude(from), Double::sum);
            double[] after = expected.get(name);
            double[] free = optimizer.unconstrained().getOrDefault(name, after);
            // Decay and average round once more.
            double rounded = ROUNDING * (1 + model.training().size()) * Close.magnitude(free);
            double moved = UPDATE * Close.difference(from, free) + rounded + history.get(name);
            double[] allowed = new double[after.length];
            Arrays.fill(allowed, moved);
            if (optimizer.unconstrained().containsKey(name)) {
              allowed = constrained(model, name, free, after, moved);
            }
            Close.checkWithin(where + " " + name, found, after, allowed);
          });
    }
  }

  /** What constraints make of what is allowed before them. */
  private static double[] constrained(
      ModelSpec model, String name, double[] free, double[] after, double moved) {
    double[] allowed = ReferenceConstraints.growth(model, name, free);
    // A scale is rounded, and so is its product with a weight.
    Arrays.setAll(
        allowed,
        i -> allowed[i] * moved + (free[i] == after[i] ? 0 : ROUNDING * Math.abs(after[i])));
    return allowed;
  }

  private static Interpreted interpreted(ModelSpec model, Set<String> disabled, RandomData data) {
    Interpreted network = Interpreted.of(model, Variant.of(Compute.AUTO).without(disabled));
    network.set(data.weights());
    return network;
  }

  private static List<Set<String>> subsets() {
    List<String> names = List.copyOf(new TreeSet<>(Passes.names()));
    List<Set<String>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << names.size(); bits++) {
      int chosen = bits;
      subsets.add(
          Set.copyOf(
              IntStream.range(0, names.size())
                  .filter(i -> (chosen >> i & 1) == 1)
                  .mapToObj(names::get)
                  .toList()));
    }
    return subsets;
  }

  private interface Check {
    void of(long seed);
  }

  /** Names the seed and shows the network of each failure. */
  private static void each(long first, long end, Check check) {
    List<String> failures = new ArrayList<>();
    for (long seed = first; seed < end; seed++) {
      try {
        check.of(seed);
      } catch (AssertionError | RuntimeException e) {
        failures.add("seed %d: %s%n%s".formatted(seed, e, SpecText.of(RandomNetwork.of(seed))));
      }
    }
    assertThat(failures).isEmpty();
  }
}
