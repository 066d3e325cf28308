package dev.annotron.selection;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DivergedException;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Gradients;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Weights;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A model by hand: it answers the mean target that it has seen, moved by its seed. */
final class Means implements Model {
  final Set<Float> seen = ConcurrentHashMap.newKeySet();
  private final long seed;
  private float mean;
  private double rate;

  Means(long seed) {
    this.seed = seed;
  }

  @Override
  public History fit(Dataset data) {
    return fit(data, new FitOptions());
  }

  @Override
  public History fit(Dataset data, Dataset validation) {
    return fit(data, new FitOptions().validation(validation));
  }

  @Override
  public History fit(Dataset data, FitOptions options) {
    rate = options.learningRate().orElse(0);
    if (rate > 10) {
      throw new DivergedException(
          1, 1, "answer", "the loss is NaN", true, new History(Map.of(), false));
    }
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      sum += data.y(i)[0];
      seen.add(data.x(i)[0]);
    }
    mean = (float) (sum / data.size());
    return new History(Map.of(), false);
  }

  @Override
  public float[] predict(float... x) {
    return new float[] {mean + seed};
  }

  @Override
  public float[][] predict(float[][] x) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void predict(float[] x, float[] out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Evaluation evaluate(Dataset data) {
    double loss = Score.MEAN_SQUARED_ERROR.mean(this, data) + rate;
    return new Evaluation(loss, Map.of("accuracy", rate));
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
