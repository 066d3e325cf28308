package dev.annotron.processor.layer;

import dev.annotron.Activation;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;

/** An activation as the end of a layer. */
final class Activations {
  private Activations() {}

  static Node apply(Composer composer, Activation activation, Node x) {
    return switch (activation) {
      case LINEAR -> x;
      case SOFTMAX -> composer.add(new Op.Softmax(), x);
      default -> composer.add(new Op.Activate(Pointwise.of(activation)), x);
    };
  }
}
