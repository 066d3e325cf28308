package dev.annotron.processor.numbers;

import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Gradient;
import dev.annotron.runtime.Gradients;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Weight;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network as generated code computes it. */
record Computed(Model model) implements Subject {
  private static final FitOptions ONE_STEP = new FitOptions().epochs(1).shuffle(false).verbose(0);

  @Override
  public void set(Map<String, double[]> weights) {
    for (Weight weight : model.weights()) {
      weight.set(Batch.floats(weights.get(weight.name())));
    }
  }

  /** The weights of now, by name. */
  Map<String, double[]> weights() {
    Map<String, double[]> weights = new LinkedHashMap<>();
    for (Weight weight : model.weights()) {
      weights.put(weight.name(), Batch.doubles(weight.toArray()));
    }
    return weights;
  }

  /** The bits of all weights, one after another. */
  byte[] bits() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Weight weight : model.weights()) {
        for (float value : weight.toArray()) {
          out.writeInt(Float.floatToRawIntBits(value));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public double[] predict(Batch batch) {
    return joined(model.predict(batch.inputs()));
  }

  /** The outputs of the samples, each asked for by itself. */
  double[] predictOneByOne(Batch batch) {
    return joined(Arrays.stream(batch.inputs()).map(x -> model.predict(x)).toArray(float[][]::new));
  }

  private static double[] joined(float[][] rows) {
    double[] all = new double[rows.length * rows[0].length];
    for (int i = 0; i < all.length; i++) {
      all[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    return all;
  }

  @Override
  public Slope differentiate(Batch batch) {
    Gradients found = model.gradients(batch.dataset());
    Map<String, double[]> gradients = new LinkedHashMap<>();
    for (Gradient gradient : found) {
      gradients.put(gradient.name(), Batch.doubles(gradient.toArray()));
    }
    return new Slope(found.loss(), gradients);
  }

  /** Takes one optimizer step on a batch and returns its loss before the step. */
  double step(Batch batch) {
    return model.fit(batch.dataset(), ONE_STEP.batchSize(batch.rows())).last("loss");
  }
}
