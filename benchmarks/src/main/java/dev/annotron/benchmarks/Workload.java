package dev.annotron.benchmarks;

import dev.annotron.benchmarks.networks.ConcreteNet;
import dev.annotron.benchmarks.networks.DigitsNet;
import dev.annotron.benchmarks.networks.PicturesNet;
import dev.annotron.benchmarks.networks.RowsNet;
import dev.annotron.benchmarks.networks.WideNet;
import dev.annotron.benchmarks.networks.XorNet;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Model;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A network with a batch size: a row of the table. */
@SuppressWarnings("ImmutableEnumChecker") // the suppliers are constructors
public enum Workload {
  XOR("XOR 2-8-1, batch 4, SGD", XorNet::new, 4, 2, 0, 1, 20_000),
  DIGITS_32("MNIST 784-50-10, batch 32, Adam", DigitsNet::new, 32, 784, 10, 200, 1),
  DIGITS_128("MNIST 784-50-10, batch 128, Adam", DigitsNet::new, 128, 784, 10, 100, 1),
  DIGITS_1024("MNIST 784-50-10, batch 1024, Adam", DigitsNet::new, 1024, 784, 10, 20, 1),
  CONCRETE_32("concrete 8-512-512-512-1, batch 32, Adam", ConcreteNet::new, 32, 8, 0, 100, 1),
  CONCRETE_256("concrete 8-512-512-512-1, batch 256, Adam", ConcreteNet::new, 256, 8, 0, 30, 1),
  CNN(
      "CNN conv32-pool-conv64-pool-dense10, 28×28, batch 128, Adam",
      PicturesNet::new,
      128,
      784,
      10,
      10,
      1),
  LSTM("LSTM 28 steps × 28 → 128 → 10, batch 64, Adam", RowsNet::new, 64, 784, 10, 20, 1),
  WIDE("1024-4096-4096-1000, batch 256, SGD", WideNet::new, 256, 1024, 1000, 2, 1);

  private final String title;
  private final Supplier<Model> network;
  private final int batch;
  private final int features;
  private final int classes;
  private final int batches;
  private final int epochs;

  /**
   * @param classes the classes of the target, or 0 for a single number
   * @param batches the batches of the data set
   * @param epochs how often one measurement visits it
   */
  Workload(
      String title,
      Supplier<Model> network,
      int batch,
      int features,
      int classes,
      int batches,
      int epochs) {
    this.title = title;
    this.network = network;
    this.batch = batch;
    this.features = features;
    this.classes = classes;
    this.batches = batches;
    this.epochs = epochs;
  }

  /** The row's name in the table. */
  public String title() {
    return title;
  }

  /** A fresh model. */
  public Model model() {
    return network.get();
  }

  public int batch() {
    return batch;
  }

  /** The row's name without batch and optimizer. */
  String network() {
    return title.substring(0, title.indexOf(','));
  }

  /** Those with these names, or all. */
  static List<Workload> chosen(List<String> names) {
    return Stream.of(values()).filter(w -> names.isEmpty() || names.contains(w.name())).toList();
  }

  /**
   * The multiply-adds of the products of one step: forward, and as many for either gradient, but
   * none for the gradient of the network's input.
   */
  double multiplyAdds() {
    double forward =
        switch (this) {
          case XOR -> 2 * 8 + 8;
          case DIGITS_32, DIGITS_128, DIGITS_1024 -> 784 * 50 + 50 * 10;
          case CONCRETE_32, CONCRETE_256 -> 8 * 512 + 2 * 512 * 512 + 512;
          case CNN -> 26 * 26 * 9 * 32 + 11 * 11 * 9 * 32 * 64 + 1600 * 10;
          case LSTM -> 28 * (28 + 128) * 4 * 128 + 128 * 10;
          case WIDE -> 1024 * 4096 + 4096 * 4096 + 4096 * 1000;
        };
    double first =
        switch (this) {
          case XOR -> 2 * 8;
          case DIGITS_32, DIGITS_128, DIGITS_1024 -> 784 * 50;
          case CONCRETE_32, CONCRETE_256 -> 8 * 512;
          case CNN -> 26 * 26 * 9 * 32;
          case LSTM -> 28 * 28 * 4 * 128;
          case WIDE -> 1024 * 4096;
        };
    return batch * (3 * forward - first);
  }

  public int epochs() {
    return epochs;
  }

  /** The training steps of one measurement. */
  public int steps() {
    return batches * epochs;
  }

  /** One sample's features. */
  public float[] sample() {
    return features(new Random(2), features);
  }

  /** Random data: speed does not depend on what is learned. */
  public Dataset data() {
    Random random = new Random(1);
    float[][] x = new float[batch * batches][];
    float[] y = new float[x.length];
    int[] labels = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = features(random, features);
      y[i] = random.nextInt(2);
      labels[i] = classes == 0 ? 0 : random.nextInt(classes);
    }
    return classes == 0 ? Dataset.of(x, y) : Dataset.of(x, labels);
  }

  private static float[] features(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
