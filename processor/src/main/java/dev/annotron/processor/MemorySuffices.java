package dev.annotron.processor;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.plan.MemoryPlan;
import dev.annotron.processor.plan.UpdatePlan;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.Locale;

/** What training keeps in memory at a time, against what an array and the user allow. */
final class MemorySuffices {
  /** The runtime's limit for the work memory of a batch: what the largest array has. */
  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

  private static final double MEBI = 1 << 20;

  private MemorySuffices() {}

  static void check(ModelSpec model, Stages stages, CompilerOptions options, Report report) {
    Value<Integer> batch = model.train().batchSize();
    MemoryPlan memory = stages.plan().trainMemory();
    long work = (long) memory.size() * batch.value() + memory.sharedSize();
    if (work > LONGEST_ARRAY) {
      long most = Math.max(1, (LONGEST_ARRAY - memory.sharedSize()) / Math.max(1, memory.size()));
      report.add(
          Code.MEMORY_BATCH,
          batch.at(),
          "%s: a batch of %d samples takes %d floats of work memory, and an array has at most %d; use batchSize = %d or less, with @GradientAccumulation for more samples in a step"
              .formatted(model.interfaceName(), batch.value(), work, LONGEST_ARRAY, most));
      return;
    }
    UpdatePlan update = UpdateMaker.of(model);
    long kept = (long) stages.plan().weights().size() * (2 + update.slots());
    long bytes = Float.BYTES * (kept + work);
    if (bytes > options.memory()) {
      report.add(
          Code.MEMORY_LIMIT,
          batch.at(),
          String.format(
              Locale.ROOT,
              "%s: training takes %.1f MiB, found %.1f for weights, gradients and optimizer and %.1f for a batch of %d samples, but -Aannotron.memory allows %.1f; use a smaller batch, smaller layers, or allow more",
              model.interfaceName(),
              bytes / MEBI,
              Float.BYTES * kept / MEBI,
              Float.BYTES * work / MEBI,
              batch.value(),
              options.memory() / MEBI));
    }
  }
}
