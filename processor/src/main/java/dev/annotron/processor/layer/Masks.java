package dev.annotron.processor.layer;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Carries masks from what a layer reads to its result. */
final class Masks {
  private Masks() {}

  /**
   * Gives the result the mask of the input, or of joined inputs a step that all of their masks
   * keep. A result with other steps, such as the last state of a recurrent layer, has no mask.
   */
  static void carry(Layer.Arity arity, Composer composer, Node result) {
    boolean joins = arity == Layer.Arity.TWO || arity == Layer.Arity.SEVERAL;
    int inputs = joins ? composer.inputs().size() : 1;
    List<Node> masks =
        IntStream.range(0, inputs).mapToObj(composer::mask).flatMap(Optional::stream).toList();
    masks.stream()
        .distinct()
        .filter(mask -> fits(mask, result))
        .reduce((a, b) -> composer.add(new ElementOp.Combine(Combination.MULTIPLY), a, b))
        .ifPresent(mask -> composer.mask(result, mask));
  }

  /** Gives steps that were put one after another the masks of all inputs, if each has one. */
  static void join(Composer composer, Node result) {
    List<Node> masks =
        IntStream.range(0, composer.inputs().size())
            .mapToObj(composer::mask)
            .flatMap(Optional::stream)
            .toList();
    if (masks.size() == composer.inputs().size()) {
      composer.mask(result, composer.add(new Op.Concat(0), masks));
    }
  }

  /**
   * Reports a mask that a layer was given and neither kept nor used, as Keras does: those behind it
   * take padding for data.
   */
  static void tellLost(Layer layer, Composer composer, Node result) {
    if (layer.keepsMask() || composer.hasMask(result)) {
      return;
    }
    IntStream.range(0, composer.inputs().size())
        .filter(input -> composer.mask(input).isPresent())
        .findFirst()
        .ifPresent(composer::tellLostMask);
  }

  private static boolean fits(Node mask, Node result) {
    return result.shape().rank() >= 2 && result.shape().dimension(0) == mask.shape().dimension(0);
  }
}
