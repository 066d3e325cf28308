package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;

/** Dropout makes a part of the answers 0, which no loss can mean. */
final class OutputsAreNotDropped {
  private OutputsAreNotDropped() {}

  static void check(ModelSpec model, Report report) {
    for (OutputSpec output : model.outputs()) {
      AnnotationSpec layer = output.layer().layer();
      if (layer.kind().contains("Dropout")) {
        report.addAs(Code.DROPOUT_OUTPUT, layer.at(), output.layer().name(), layer.kind());
      }
    }
  }
}
