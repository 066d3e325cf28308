package dev.annotron.processor.numbers;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.spec.ModelSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws networks: any layers, connected in any way that fits. A seed gives the same for ever. */
final class RandomNetwork {
  private static final int[] WIDE = {33, 67};
  private static final int MAX_BATCH = 9;
  private static final int MAX_KERNEL = 1000;

  private final Random random;
  private final NetworkBuilder network;

  /** Whether weights are shared and frozen, and layers named as those of blocks are. */
  private final boolean reuses;

  private final Map<List<Integer>, String> owners = new HashMap<>();
  private final List<Tensor> tensors = new ArrayList<>();
  private final Set<Tensor> read = new HashSet<>();
  private final boolean withKernels;

  /** Draws what stands beside layers, so that the layers are the same without. */
  private final Random beside;

  private record Tensor(String name, List<Integer> shape) {
    int rank() {
      return shape.size();
    }

    int size() {
      return shape.stream().reduce(1, (a, b) -> a * b);
    }
  }

  private RandomNetwork(long seed) {
    random = new Random(seed);
    beside = new Random(~seed);
    network = new NetworkBuilder("Random" + seed).seed(seed).batchSize(batchSize());
    withKernels = seed % 3 == 1;
    reuses = seed % 4 == 3;
  }

  /** The network of a seed. */
  static ModelSpec of(long seed) {
    RandomNetwork made = new RandomNetwork(seed);
    made.inputs();
    if (isHeavy(seed)) {
      made.heavy();
    }
    int layers = 2 + made.random.nextInt(7);
    for (int i = 0; i < layers; i++) {
      made.layer();
      if (hasSeveralOutputs(seed) && i % 3 == 1) {
        made.auxiliaryOutput();
      }
    }
    made.join();
    made.end();
    made.optimizer();
    return made.network.build();
  }

  /** Whether the network of a seed has products that are best computed off the heap. */
  static boolean isHeavy(long seed) {
    return seed % 8 == 0;
  }

  /** Whether the network of a seed may have more outputs than its last layer. */
  static boolean hasSeveralOutputs(long seed) {
    return seed % 4 == 2;
  }

  private int batchSize() {
    return 1 + random.nextInt(MAX_BATCH);
  }

  private int size() {
    return switch (random.nextInt(24)) {
      case 0 -> WIDE[random.nextInt(WIDE.length)];
      case 1, 2, 3, 4 -> 1 + random.nextInt(20);
      default -> 1 + random.nextInt(7);
    };
  }

  private void inputs() {
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      List<Integer> shape =
          switch (random.nextInt(4)) {
            case 0 -> List.of(small(6), small(6));
            case 1 -> List.of(small(4), small(4), small(4));
            default -> List.of(size());
          };
      String name = "x" + i;
      network.input(name, shape.toArray(Integer[]::new));
      tensors.add(new Tensor(name, shape));
    }
  }

  private int small(int bound) {
    return 1 + random.nextInt(bound);
  }

  /** Products so large that the best way is off the heap, with small operations around them. */
  private void heavy() {
    Tensor flat = flat(pick());
    Tensor wide = dense(flat, 190, Activation.TANH);
    dense(wide, 180 + random.nextInt(10), anyOf(Activation.RELU, Activation.GELU));
    dense(tensors.getLast(), 1 + random.nextInt(6), Activation.SILU);
  }

  private void layer() {
    if (withKernels && random.nextBoolean()) {
      oneOf(RandomLayers.ALL, pick());
      return;
    }
    switch (random.nextInt(11)) {
      case 0, 1, 2 -> dense(flat(pick()), activation());
      case 3 -> activate(pick(), activation());
      case 4 -> leakyRelu(pick());
      case 5 -> flat(pick());
      case 6, 7 -> merge();
      case 8, 9 -> oneOf(RandomElementLayers.ALL, pick());
      default -> concatenate();
    }
  }

  /** Any tensor, but rather one that nothing has read. */
  private Tensor pick() {
    List<Tensor> unread = tensors.stream().filter(t -> !read.contains(t)).toList();
    List<Tensor> from = unread.isEmpty() || random.nextInt(4) == 0 ? tensors : unread;
    return from.get(random.nextInt(from.size()));
  }

  private Tensor made(String name, List<Integer> shape, Tensor... inputs) {
    read.addAll(List.of(inputs));
    Tensor made = new Tensor(name, shape);
    tensors.add(made);
    return made;
  }

  private String name(String kind) {
    String name = kind + tensors.size();
    return reuses && random.nextInt(3) == 0 ? "block" + random.nextInt(3) + "/" + name : name;
  }

  private Tensor flat(Tensor x) {
    if (x.rank() == 1 && random.nextInt(4) != 0) {
      return x;
    }
    String name = name("flat");
    network.flatten(name, x.name());
    return made(name, List.of(x.size()), x);
  }

  /** Wide, but not so much that unrolled code takes long to compile. */
  private Tensor dense(Tensor x, Activation activation) {
    return dense(x, Math.min(size(), 1 + wide(x)), activation);
  }

  private static int wide(Tensor x) {
    return Math.min(67, MAX_KERNEL / x.size());
  }

  private Tensor dense(Tensor x, int units, Activation activation) {
    String name = name("dense");
    boolean useBias = random.nextInt(4) != 0;
    network.dense(name, units, activation, useBias, x.name());
    regularise();
    if (reuses && random.nextInt(3) != 0) {
      reuse(name, List.of(x.size(), units, useBias ? 1 : 0));
    }
    return made(name, List.of(units), x);
  }

  /** Gives the last layer penalties, or constraints. */
  private void regularise() {
    switch (beside.nextInt(16)) {
      case 0 -> network.penalty("L1", 0.01, 0.02, 0.03);
      case 1 -> network.penalty("L2", 0.01, 0, 0.02);
      case 2 -> network.penalty("L1", 0, 0, 0.01).penalty("L2", 0.02, 0.01, 0);
      case 3 -> network.norm("MaxNorm", 0.7, beside.nextBoolean(), 0);
      case 4 -> network.norm("MaxNorm", 0.9, false, beside.nextBoolean() ? 1 : 0);
      case 5 -> network.norm("UnitNorm", 1, beside.nextBoolean(), beside.nextInt(2));
      case 6 -> network.norm("MaxNorm", 1.1, false, 0, 1);
      case 7 -> network.nonNegative(beside.nextBoolean());
      default -> {
        // Most layers have none.
      }
    }
  }

  /** Freezes a layer, or lets it share the weights of one alike. */
  private void reuse(String name, List<Integer> weights) {
    String owner = owners.putIfAbsent(weights, name);
    if (owner != null) {
      network.shared(owner);
    } else if (random.nextInt(3) == 0) {
      network.frozen();
    }
  }

  /** One of some layers, if it fits the tensor. */
  private void oneOf(List<RandomLayer> layers, Tensor x) {
    RandomLayer layer = layers.get(random.nextInt(layers.size()));
    String name = name("layer");
    layer.draw(network, random, name, x.name(), x.shape()).ifPresent(shape -> made(name, shape, x));
  }

  private Tensor activate(Tensor x, Activation activation) {
    String name = name("act");
    network.activate(name, activation, x.name());
    return made(name, x.shape(), x);
  }

  private void leakyRelu(Tensor x) {
    String name = name("leaky");
    network.leakyRelu(name, random.nextInt(3) * 0.15, x.name());
    made(name, x.shape(), x);
  }

  private void merge() {
    Tensor a = pick();
    List<Tensor> fitting = tensors.stream().filter(t -> fit(a, t)).toList();
    Tensor other = pick();
    Tensor b =
        fitting.size() == 1 && a.rank() == 1 && a.size() * other.size() <= MAX_KERNEL
            ? dense(flat(other), a.size(), activation())
            : fitting.get(random.nextInt(fitting.size()));
    String name = name("merged");
    if (random.nextInt(3) == 0) {
      network.layer(name, "Subtract", Map.of(), a.name(), b.name());
      made(name, a.shape(), a, b);
    } else {
      Tensor c = fitting.get(random.nextInt(fitting.size()));
      String kind = anyOf("Add", "Add", "Multiply", "Average", "Maximum", "Minimum");
      network.layer(name, kind, Map.of(), a.name(), b.name(), c.name());
      made(name, a.shape(), a, b, c);
    }
  }

  /** Whether the second tensor is as large as the first, or repeats along axes of size 1. */
  private static boolean fit(Tensor a, Tensor b) {
    if (b.rank() > a.rank()) {
      return false;
    }
    int missing = a.rank() - b.rank();
    return IntStream.range(0, b.rank())
        .allMatch(
            i -> b.shape().get(i) == 1 || b.shape().get(i).equals(a.shape().get(i + missing)));
  }

  private void concatenate() {
    Tensor a = pick();
    int axis = random.nextInt(a.rank());
    List<Tensor> fitting =
        tensors.stream().filter(t -> with(t, axis, 1).equals(with(a, axis, 1))).toList();
    Tensor b = fitting.get(random.nextInt(fitting.size()));
    String name = name("joined");
    network.concatenate(
        name, random.nextBoolean() ? axis + 1 : axis - a.rank(), a.name(), b.name());
    made(name, with(a, axis, a.shape().get(axis) + b.shape().get(axis)), a, b);
  }

  private static List<Integer> with(Tensor tensor, int axis, int size) {
    List<Integer> changed = new ArrayList<>(tensor.shape());
    if (axis < changed.size()) {
      changed.set(axis, size);
    }
    return changed;
  }

  /** Mostly leads everything that nothing has read to the end; else it is dead. */
  private void join() {
    List<Tensor> unread =
        tensors.stream().filter(t -> !read.contains(t)).collect(Collectors.toList());
    if (unread.size() < 2 || random.nextInt(5) == 0) {
      return;
    }
    List<Tensor> flat = unread.stream().map(t -> t.rank() == 1 ? t : flat(t)).toList();
    String name = name("all");
    network.concatenate(name, -1, flat.stream().map(Tensor::name).toArray(String[]::new));
    int size = flat.stream().mapToInt(Tensor::size).sum();
    made(name, List.of(size), flat.toArray(Tensor[]::new));
  }

  private void end() {
    Loss loss = anyOf(Loss.values());
    network.loss(loss);
    if (random.nextInt(4) == 0) {
      lossOptions(loss);
    }
    end(loss, tensors.getLast(), true);
  }

  private void lossOptions(Loss loss) {
    Map<String, Object> options = new TreeMap<>(Annotations.defaults("LossOptions"));
    switch (loss) {
      case HUBER -> options.put("delta", 0.3);
      case BINARY_FOCAL_CROSSENTROPY -> {
        options.put("gamma", anyOf(0.0, 1.0, 2.5));
        options.put("applyClassBalancing", random.nextBoolean());
        options.put("labelSmoothing", 0.2);
      }
      case BINARY_CROSSENTROPY, CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY ->
          options.put("labelSmoothing", 0.1);
      default -> {
        // The others have none.
      }
    }
    network.beside("LossOptions", options);
  }

  /** An output that later layers may read. */
  private void auxiliaryOutput() {
    Loss loss = anyOf(Loss.values());
    end(loss, pick(), false);
    network.output(loss, anyOf(0.0, 0.25, 1.0, 1.5));
  }

  /**
   * Makes an output that fits a loss.
   *
   * @param asItIs whether {@code last} itself may be it
   */
  private void end(Loss loss, Tensor last, boolean asItIs) {
    switch (loss) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH, HINGE, SQUARED_HINGE -> {
        if (!asItIs || random.nextBoolean()) {
          dense(flat(last), anyOf(Activation.LINEAR, Activation.TANH));
        } else if (last.name().startsWith("x")) {
          activate(last, Activation.TANH);
        }
      }
      case POISSON -> {
        output(last, 1, anyOf(Activation.EXPONENTIAL, Activation.SOFTPLUS));
      }
      case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY ->
          output(last, 1, anyOf(Activation.SIGMOID, Activation.SIGMOID, Activation.HARD_SIGMOID));
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE ->
          output(last, 2, Activation.SOFTMAX);
    }
  }

  private void output(Tensor last, int atLeast, Activation activation) {
    Tensor output =
        last.shape().getLast() < atLeast || random.nextBoolean()
            ? dense(flat(last), atLeast + random.nextInt(1 + Math.min(11, wide(last))), activation)
            : activate(last, activation);
    if (random.nextInt(4) == 0) {
      String name = name("last");
      network.flatten(name, output.name());
      made(name, List.of(output.size()), output);
    }
  }

  private void optimizer() {
    RandomOptimizer.draw(random, network);
  }

  private Activation activation() {
    return anyOf(Activation.values());
  }

  @SafeVarargs
  private <T> T anyOf(T... values) {
    return values[random.nextInt(values.length)];
  }
}
