package dev.annotron.processor.numbers;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Gradients;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Predicting;
import dev.annotron.runtime.Weights;
import dev.annotron.runtime.network.Architecture;
import dev.annotron.runtime.network.Engine;
import java.io.IOException;
import java.nio.file.Path;

/** An engine as a model, as generated classes make one of it. */
record EngineModel<S>(Architecture architecture, Engine<S> engine) implements Model {
  @Override
  public History fit(Dataset data) {
    return engine.fit(data, architecture.defaults());
  }

  @Override
  public History fit(Dataset data, Dataset validation) {
    return engine.fit(data, architecture.defaults().validation(validation));
  }

  @Override
  public History fit(Dataset data, FitOptions options) {
    return engine.fit(data, options.orElse(architecture.defaults()));
  }

  @Override
  public Evaluation evaluate(Dataset data, Predicting predictor) {
    return engine.evaluate(data, predictor);
  }

  @Override
  public float[] predict(float... x) {
    return engine.predict(x);
  }

  @Override
  public float[][] predict(float[][] x) {
    return engine.predict(x);
  }

  @Override
  public void predict(float[] x, float[] out) {
    engine.predict(x, out);
  }

  @Override
  public Evaluation evaluate(Dataset data) {
    return engine.evaluate(data);
  }

  @Override
  public Weights weights() {
    return engine.weights();
  }

  @Override
  public Gradients gradients(Dataset batch) {
    return engine.gradients(batch);
  }

  @Override
  public void save(Path file) throws IOException {
    engine.save(file);
  }
}
