package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.layer.Composed;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;

/** Softmax divides by the sum of all units: the only one is always 1. */
final class SoftmaxHasSeveralUnits {
  private SoftmaxHasSeveralUnits() {}

  static void check(ModelSpec model, Composed composed, Report report) {
    for (LayerSpec layer : model.layers()) {
      boolean block = layer.layer().kind().equals("Block");
      composed
          .result(layer.name())
          .filter(result -> !block && isConstant(result))
          .ifPresent(_ -> report.addAs(Code.SOFTMAX_UNITS, layer.layer().at(), layer.name()));
    }
  }

  private static boolean isConstant(Node node) {
    return node.op() instanceof Op.Softmax && node.shape().last() == 1;
  }
}
