package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;

/** The mean of a batch of one sample is the sample: normalized by it, a row is all zeros. */
final class BatchNormHasBatches {
  private BatchNormHasBatches() {}

  static void check(ModelSpec model, Report report) {
    Value<Integer> batchSize = model.train().batchSize();
    if (batchSize.value() == 1) {
      model.layers().stream()
          .filter(layer -> layer.layer().kind().equals("BatchNorm"))
          .map(LayerSpec::name)
          .findFirst()
          .ifPresent(
              layer ->
                  report.addAs(
                      Code.BATCH_NORM_BATCH, batchSize.at(), model.interfaceName(), layer));
    }
  }
}
