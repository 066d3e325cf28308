package dev.annotron.report;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Summary;
import dev.annotron.runtime.Weight;
import dev.annotron.runtime.network.Architecture.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What tests draw: made-up trainings, data and networks. */
final class Made {
  private Made() {}

  /** Curves of ten epochs that fall and rise, with validation. */
  static History history() {
    Map<String, double[]> values = new LinkedHashMap<>();
    values.put("loss", curve(10, 0.9, -0.08));
    values.put("accuracy", curve(10, 0.6, 0.035));
    values.put("val_loss", curve(10, 0.95, -0.07));
    values.put("val_accuracy", curve(10, 0.58, 0.032));
    return new History(values, false);
  }

  static double[] curve(int epochs, double start, double slope) {
    double[] values = new double[epochs];
    for (int i = 0; i < epochs; i++) {
      values[i] = start + slope * i + 0.02 * Math.sin(i);
    }
    return values;
  }

  /** A network with a connection over two rows. */
  static Summary summary() {
    List<Layer> layers =
        List.of(
            new Layer("pixels", "Input", List.of(784), List.of(), 0, 0, "-"),
            new Layer("hidden", "Dense", List.of(50), List.of("pixels"), 39250, 78500, "native"),
            new Layer("inner", "Dense", List.of(50), List.of("hidden"), 2550, 5100, "loop"),
            new Layer("joined", "Add", List.of(50), List.of("inner", "hidden"), 0, 50, "loop"),
            new Layer("digit", "Dense", List.of(10), List.of("joined"), 510, 1020, "loop"));
    String optimizer = "Adam(learningRate=0.001)";
    String loss = "SPARSE_CATEGORICAL_CROSSENTROPY";
    return new Summary("Digits", layers, 42310, 84670, optimizer, loss, 169240, 507720, 3000);
  }

  /** Points of two classes around a circle, with classes 0 and 1. */
  static Dataset circles() {
    Random random = new Random(3);
    float[][] x = new float[200][];
    float[] y = new float[200];
    for (int i = 0; i < x.length; i++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      double radius = (i % 2 == 0 ? 1 : 0.5) + 0.08 * random.nextGaussian();
      x[i] = new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
      y[i] = i % 2;
    }
    return Dataset.of(x, y);
  }

  /** Sure of class 1 within a circle, more or less. */
  static FakeModel circle() {
    return new FakeModel(
        x -> {
          double radius = Math.hypot(x[0], x[1]);
          return new float[] {(float) (1 / (1 + Math.exp(12 * (radius - 0.75))))};
        });
  }

  /** Many samples of classes with long names, hardly ever mistaken. */
  static Confusion confusion(int classes) {
    long[][] counts = new long[classes][classes];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      counts[i][i] = 12345;
      counts[i][i * 7 % classes] += 90;
      names.add("a species of number " + i);
    }
    return Confusion.of(counts, names);
  }

  static Evaluation evaluation() {
    return new Evaluation(0.1234, Map.of("accuracy", 0.9671));
  }

  /** A weight tensor with values from -1 to 1. */
  static Weight weight(String name, List<Integer> shape) {
    int size = shape.stream().reduce(1, Math::multiplyExact);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) Math.sin(i * 0.37);
    }
    return new FakeWeight(name, shape, values);
  }

  /** A tensor that cannot be changed. */
  private record FakeWeight(String name, List<Integer> shape, float[] values) implements Weight {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public float[] toArray() {
      return values.clone();
    }

    @Override
    public void set(float[] newValues) {
      throw new UnsupportedOperationException();
    }
  }
}
