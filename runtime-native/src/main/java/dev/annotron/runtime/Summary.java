package dev.annotron.runtime;

import dev.annotron.runtime.network.Architecture;
import java.util.List;

/**
 * What a network is made of; {@link #toString()} is the table to print.
 *
 * @param name the interface's name
 * @param layers the layers, in order
 * @param parameters the floats of all weights
 * @param flops floating-point operations of the forward pass for one sample
 * @param optimizer the optimizer with its settings, such as {@code "Adam(learningRate=0.001)"}
 * @param loss the loss; of several outputs all, with their weights
 * @param weightBytes the memory of the weights
 * @param trainingBytes the memory that training adds: gradients, the optimizer's, and a copy of the
 *     last good weights
 * @param sampleBytes the work memory of training for each sample of a batch
 */
public record Summary(
    String name,
    List<Architecture.Layer> layers,
    int parameters,
    long flops,
    String optimizer,
    String loss,
    long weightBytes,
    long trainingBytes,
    long sampleBytes) {

  /** Keeps a copy of {@code layers}. */
  public Summary {
    layers = List.copyOf(layers);
  }

  /** The summary of a network. */
  public static Summary of(Architecture architecture) {
    int parameters = architecture.parameterCount();
    long weightBytes = (long) parameters * Float.BYTES;
    long flops = 0;
    for (Architecture.Layer layer : architecture.layers()) {
      flops += layer.flops();
    }
    return new Summary(
        architecture.name(),
        architecture.layers(),
        parameters,
        flops,
        SummaryTable.optimizer(architecture.optimizer()),
        losses(architecture),
        weightBytes,
        2 * weightBytes
            + (long) architecture.trained() * architecture.optimizer().slots() * Float.BYTES,
        (long) architecture.differentiate().size() * Float.BYTES);
  }

  /** Such as {@code "digit BINARY_CROSSENTROPY + 0.3 * parity MEAN_SQUARED_ERROR"}. */
  private static String losses(Architecture architecture) {
    boolean several = architecture.outputs().size() > 1;
    StringBuilder text = new StringBuilder();
    for (Architecture.Output output : architecture.outputs()) {
      text.append(text.isEmpty() ? "" : " + ");
      text.append(output.weight() == 1 ? "" : output.weight() + " * ");
      text.append(several ? output.name() + " " : "").append(output.loss());
    }
    return text.toString();
  }

  /** A table with a line per layer, and totals. */
  @Override
  public String toString() {
    return SummaryTable.of(this);
  }
}
