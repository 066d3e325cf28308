package dev.annotron.report;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Gradients;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Weights;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A model that only predicts, by a function. */
record FakeModel(UnaryOperator<float[]> function) implements Model {
  @Override
  public float[] predict(float... x) {
    return function.apply(x);
  }

  @Override
  public float[][] predict(float[][] x) {
    float[][] predictions = new float[x.length][];
    for (int i = 0; i < x.length; i++) {
      predictions[i] = predict(x[i]);
    }
    return predictions;
  }

  @Override
  public void predict(float[] x, float[] out) {
    float[] prediction = predict(x);
    System.arraycopy(prediction, 0, out, 0, prediction.length);
  }

  @Override
  public History fit(Dataset data) {
    throw new UnsupportedOperationException();
  }

  @Override
  public History fit(Dataset data, Dataset validation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public History fit(Dataset data, FitOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Evaluation evaluate(Dataset data) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Weights weights() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Gradients gradients(Dataset batch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void save(Path file) {
    throw new UnsupportedOperationException();
  }
}
