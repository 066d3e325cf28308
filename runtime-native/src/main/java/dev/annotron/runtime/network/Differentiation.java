package dev.annotron.runtime.network;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Gradient;
import dev.annotron.runtime.Gradients;
import java.util.ArrayList;
import java.util.List;

/** Computes the gradients of one batch. */
final class Differentiation {
  private Differentiation() {}

  static <S> Gradients run(Parts<S> parts, TrainingMemory<S> memory, Dataset batch) {
    int rows = batch.size();
    Layout layout = parts.architecture().differentiate();
    S work = memory.work(rows);
    int[] samples = new Order(rows).samples();
    Batches<S> batches = new Batches<>(parts, layout, batch, rows);
    batches.load(samples, 0, rows, work);
    double loss =
        batches
            .program()
            .differentiate(
                parts.weights(), memory.gradients(), work, rows, memory.draw(memory.seeds()));
    if (!Double.isFinite(loss)) {
      throw new AnnotronException(
          Divergence.inLoss(parts, batches.layers(), work, rows, loss).found(),
          "finite numbers",
          "The weights or the features are too large: scale the features as for training.");
    }
    return new Gradients(loss, gradients(parts, memory.gradients()));
  }

  private static <S> List<Gradient> gradients(Parts<S> parts, S memory) {
    List<Gradient> gradients = new ArrayList<>();
    for (Architecture.Parameter parameter : parts.architecture().trainedParameters()) {
      float[] values = new float[parameter.size()];
      parts.storage().read(memory, parameter.at(), values, 0, values.length);
      gradients.add(new Gradient(parameter.name(), parameter.shape(), values));
    }
    return gradients;
  }
}
