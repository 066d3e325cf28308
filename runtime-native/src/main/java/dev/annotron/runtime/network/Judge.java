package dev.annotron.runtime.network;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Predicting;
import dev.annotron.runtime.kernel.JavaKernels;
import dev.annotron.runtime.kernel.LossFunction;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Measures what another predicts by a network's losses and metrics. Which steps of sequences count
 * is what the network's own masks say.
 */
final class Judge<S> {
  private final Parts<S> parts;
  private final Layout layout;
  private final Dataset data;
  private final int batch;
  private final Batches<S> batches;
  private final Slots outputs;
  private final Order order;
  private final float[] sampleWeights;
  private final JavaKernels kernels = new JavaKernels();

  Judge(Parts<S> parts, Dataset data) {
    this.parts = parts;
    this.layout = parts.architecture().evaluate();
    this.data = data;
    this.batch = Workspace.rows(layout, data.size());
    this.batches = new Batches<>(parts, layout, data, batch);
    this.outputs = new Slots(layout.outputs());
    this.order = new Order(data.size());
    this.sampleWeights = new float[batch];
  }

  /** Measures, with work memory for a batch. */
  Outcome<S> of(Predicting predictor, WorkspacePool<S> pool) {
    Outcome<S> outcome = new Outcome<>(parts, layout, batch, data.size());
    Workspace<S> workspace = pool.take(batch);
    S work = workspace.memory();
    for (int first = 0; first < data.size(); first += batch) {
      int rows = Math.min(batch, data.size() - first);
      batches.load(order.samples(), first, rows, work);
      if (masked()) {
        batches.program().evaluate(parts.weights(), work, rows);
      }
      predict(predictor, first, rows, work);
      outcome.add(loss(work, first, rows), work, batches.targets(), rows);
    }
    pool.give(workspace);
    return outcome;
  }

  private boolean masked() {
    for (Layout.Slot mask : layout.masks()) {
      if (mask.size() > 0) {
        return true;
      }
    }
    return false;
  }

  private void predict(Predicting predictor, int first, int rows, S work) {
    for (int row = 0; row < rows; row++) {
      float[] prediction = predictor.predict(data.x(first + row));
      if (prediction.length != outputs.width()) {
        throw new IllegalArgumentException(
            AnnotronException.message(
                "a prediction of " + prediction.length + " values",
                outputs.width() + ", the outputs of " + parts.architecture().name(),
                "Judge what has the same outputs."));
      }
      outputs.write(parts.storage(), prediction, work, row, rows);
    }
  }

  /** The weighted sum of the losses; of several outputs, each is left where meters look for it. */
  private double loss(S work, int first, int rows) {
    for (int i = 0; i < rows; i++) {
      sampleWeights[i] = data.weight(first + i);
    }
    double sum = 0;
    int column = 0;
    for (int i = 0; i < layout.outputs().size(); i++) {
      Architecture.Output output = parts.architecture().outputs().get(i);
      double loss = loss(output, i, work, column * rows, rows);
      if (layout.losses().size() > 0) {
        parts.storage().write(new float[] {(float) loss}, 0, work, layout.lossAt(i, rows), 1);
      }
      sum += output.weight() * loss;
      column += output.targetSize();
    }
    return sum;
  }

  private double loss(Architecture.Output output, int index, S work, int targetAt, int rows) {
    int width = output.tensor().shape().getLast();
    float[] values = read(layout.outputs().get(index), work, rows);
    float[] weights = weights(layout.masks().get(index), work, rows);
    return kernels.weightedLoss(
        output.loss(),
        output.numbers().shape(),
        output.numbers().balance(),
        MemorySegment.ofArray(values),
        0,
        MemorySegment.ofArray(targets(output, targetAt, rows)),
        0,
        MemorySegment.ofArray(weights),
        0,
        weights.length,
        values.length / width,
        width);
  }

  private float[] read(Layout.Slot slot, S work, int rows) {
    float[] values = new float[slot.size() * rows];
    parts.storage().read(work, (long) slot.at() * rows, values, 0, values.length);
    return values;
  }

  /** A weight for each sample, or where steps are masked for each step. */
  private float[] weights(Layout.Slot mask, S work, int rows) {
    if (mask.size() == 0) {
      return Arrays.copyOf(sampleWeights, rows);
    }
    float[] weights = new float[rows * mask.size()];
    kernels.maskedWeights(
        MemorySegment.ofArray(read(mask, work, rows)),
        0,
        MemorySegment.ofArray(sampleWeights),
        0,
        MemorySegment.ofArray(weights),
        0,
        rows,
        mask.size());
    return weights;
  }

  private float[] targets(Architecture.Output output, int at, int rows) {
    int size = output.targetSize() * rows;
    float[] targets = Arrays.copyOfRange(batches.targets(), at, at + size);
    float smoothing = output.numbers().smoothing();
    boolean classes = output.loss() == LossFunction.CATEGORICAL_CROSSENTROPY;
    int count = classes ? output.tensor().shape().getLast() : 2;
    for (int i = 0; smoothing > 0 && i < size; i++) {
      targets[i] = (1 - smoothing) * targets[i] + smoothing / count;
    }
    return targets;
  }
}
