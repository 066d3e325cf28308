package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;

/** Nesterov's form looks ahead along the momentum; without one it is the plain form. */
final class NesterovNeedsMomentum {
  private static final String NESTEROV = "nesterov";

  private NesterovNeedsMomentum() {}

  static void check(ModelSpec model, Report report) {
    AnnotationSpec optimizer = model.optimizer();
    if (optimizer.values().containsKey(NESTEROV)
        && optimizer.flag(NESTEROV).value()
        && optimizer.real("momentum").value() == 0) {
      report.addAs(Code.NESTEROV_MOMENTUM, optimizer.flag(NESTEROV).at(), model.interfaceName());
    }
  }
}
