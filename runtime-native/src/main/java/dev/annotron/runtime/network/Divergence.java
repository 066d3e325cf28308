package dev.annotron.runtime.network;

import dev.annotron.runtime.DivergedException;
import dev.annotron.runtime.History;
import java.util.List;

/**
 * Where the first number was found that is not finite.
 *
 * @param layer the layer's name
 * @param found what is not finite, as a clause
 */
record Divergence(String layer, String found) {

  /**
   * Looks through the results of layers, then the weights.
   *
   * @param layers where results lie in {@code work}
   */
  static <S> Divergence inLoss(
      Parts<S> parts, List<Layout.Slot> layers, S work, int rows, double loss) {
    String clause = "the loss is " + loss;
    for (Layout.Slot layer : layers) {
      long at = (long) layer.at() * rows;
      if (!parts.storage().finite(work, at, (long) layer.size() * rows)) {
        return new Divergence(
            layer.name(), clause + ", and the first layer that is not finite is " + layer.name());
      }
    }
    Divergence weights = inWeights(parts);
    return weights.layer.isEmpty()
        ? new Divergence(
            output(parts), clause + ", although the outputs of " + output(parts) + " are finite")
        : new Divergence(weights.layer, clause + ", and " + weights.found);
  }

  /** Looks through the weights; the layer is empty if all are finite. */
  static <S> Divergence inWeights(Parts<S> parts) {
    for (Architecture.Parameter parameter : parts.architecture().parameters()) {
      if (!parts.storage().finite(parts.weights(), parameter.at(), parameter.size())) {
        String name = parameter.name();
        int slash = name.lastIndexOf('/');
        return new Divergence(
            slash < 0 ? name : name.substring(0, slash), "the weights " + name + " are not finite");
      }
    }
    return new Divergence("", "");
  }

  /** A validation loss that is not finite, after steps whose losses were. */
  static <S> Divergence inValidation(Parts<S> parts, double loss) {
    return new Divergence(output(parts), "the validation loss is " + loss);
  }

  DivergedException exception(int epoch, int step, boolean restored, History history) {
    return new DivergedException(
        epoch,
        step,
        layer,
        "in epoch " + epoch + ", step " + step + ", " + found,
        restored,
        history);
  }

  private static String output(Parts<?> parts) {
    return parts.architecture().outputs().getLast().name();
  }
}
