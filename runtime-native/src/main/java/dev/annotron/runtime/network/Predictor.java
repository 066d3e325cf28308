package dev.annotron.runtime.network;

import org.jspecify.annotations.Nullable;

/** Computes outputs; lock-free, and safe from any number of threads while the weights stay. */
final class Predictor<S> {
  private final Program<S> program;
  private final @Nullable SampleProgram<S> samples;
  private final Storage<S> storage;
  private final S weights;
  private final Layout layout;
  private final SampleCheck check;
  private final Slots inputs;
  private final Slots outputs;
  private final WorkspacePool<S> single;
  private final WorkspacePool<S> batch;

  Predictor(Parts<S> parts) {
    this.program = parts.program();
    this.samples = program instanceof SampleProgram<S> of ? of : null;
    this.storage = parts.storage();
    this.weights = parts.weights();
    this.layout = parts.architecture().predict();
    this.check = new SampleCheck(parts.architecture());
    this.inputs = new Slots(layout.inputs());
    this.outputs = new Slots(layout.outputs());
    this.single = new WorkspacePool<>(storage, layout);
    this.batch = new WorkspacePool<>(storage, layout);
  }

  float[] predict(float[] x) {
    float[] out = new float[outputs.width()];
    predict(x, out);
    return out;
  }

  void predict(float[] x, float[] out) {
    check.input(x);
    check.room(out);
    if (samples != null) {
      samples.predict(weights, x, out);
    } else {
      predictInWorkspace(x, out);
    }
    check.output(out);
  }

  private void predictInWorkspace(float[] x, float[] out) {
    Workspace<S> workspace = single.take(1);
    S work = workspace.memory();
    inputs.write(storage, x, work, 0, 1);
    program.predict(weights, work, 1);
    outputs.read(storage, work, 0, 1, out);
    single.give(workspace);
  }

  float[][] predict(float[][] x) {
    check.inputs(x);
    for (int i = 0; i < x.length; i++) {
      check.input(x, i);
    }
    float[][] out = new float[x.length][outputs.width()];
    if (x.length > 0) {
      int rows = Workspace.rows(layout, x.length);
      Workspace<S> workspace = batch.take(rows);
      for (int first = 0; first < x.length; first += rows) {
        predict(x, out, first, Math.min(rows, x.length - first), workspace.memory());
      }
      batch.give(workspace);
    }
    return out;
  }

  private void predict(float[][] x, float[][] out, int first, int rows, S work) {
    for (int i = 0; i < rows; i++) {
      inputs.write(storage, x[first + i], work, i, rows);
    }
    program.predict(weights, work, rows);
    for (int i = 0; i < rows; i++) {
      outputs.read(storage, work, i, rows, out[first + i]);
      check.output(out[first + i]);
    }
  }
}
