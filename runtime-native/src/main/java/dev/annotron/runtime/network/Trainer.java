package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One call of {@code fit}: everything is allocated before the first step. */
final class Trainer<S> {
  private final Parts<S> parts;
  private final TrainingMemory<S> memory;
  private final S work;
  private final Batches<S> batches;
  private final Order order;
  private final Outcome<S> outcome;
  private final @Nullable Evaluator<S> validation;
  private final HistoryRecorder recorder;
  private final Progress progress;
  private final FitOptions options;
  private final Schedule schedule;
  private final int batch;
  private final long draws;
  private boolean anyKept;

  Trainer(
      Parts<S> parts,
      TrainingMemory<S> memory,
      @Nullable Evaluator<S> validation,
      Dataset data,
      FitOptions options) {
    Architecture architecture = parts.architecture();
    Layout layout = architecture.differentiate();
    this.parts = parts;
    this.memory = memory;
    this.validation = validation;
    this.options = options;
    this.draws = draws(options, memory.draws());
    this.batch = Math.min(options.batchSize(), data.size());
    this.work = memory.work(batch);
    this.batches = new Batches<>(parts.storage(), layout, data, batch);
    this.order = new Order(data.size(), options.shuffle() ? random() : null);
    this.outcome = new Outcome<>(architecture, parts.storage(), layout, batch);
    this.recorder =
        new HistoryRecorder(Measured.names(architecture), validation != null, options.epochs());
    this.progress = Progress.of(options, recorder);
    this.schedule =
        options.learningRate().isPresent()
            ? new Schedule.Constant(options.learningRate().getAsDouble())
            : architecture.optimizer().schedule();
  }

  /** A given seed decides all that is random, in steps too. */
  private static long draws(FitOptions options, long otherwise) {
    return options.seed().isPresent()
        ? new SplittableRandom(options.seed().getAsLong()).split().nextLong()
        : otherwise;
  }

  private SplittableRandom random() {
    return options.seed().isPresent()
        ? new SplittableRandom(options.seed().getAsLong())
        : memory.random();
  }

  /** Trains until all epochs are done or the thread is interrupted. */
  History run() {
    for (int epoch = 1; epoch <= options.epochs(); epoch++) {
      boolean whole = epoch(epoch);
      if (Thread.currentThread().isInterrupted() && (!whole || epoch < options.epochs())) {
        memory.finish();
        return recorder.history(true);
      }
    }
    memory.finish();
    return recorder.history(false);
  }

  /** Trains for one epoch; false if the thread was interrupted before its last step. */
  private boolean epoch(int epoch) {
    progress.begin(epoch, order.steps(batch));
    boolean recorded = false;
    try {
      if (steps(epoch)) {
        finish(epoch);
        recorded = true;
      }
    } finally {
      if (!recorded) {
        progress.abort();
      }
    }
    if (recorded) {
      progress.end();
    }
    return recorded;
  }

  /** Visits all samples; false if the thread was interrupted before the last. */
  private boolean steps(int epoch) {
    order.next();
    outcome.reset();
    int step = 0;
    int steps = order.steps(batch);
    while (step < steps && (step == 0 || !Thread.currentThread().isInterrupted())) {
      int first = step * batch;
      step++;
      step(epoch, step, first, Math.min(batch, batches.size() - first));
      progress.step(outcome.loss());
    }
    // Also of a training that was interrupted: what it leaves behind is used all the same.
    if (!parts.storage().finite(parts.weights(), 0, parts.parameterCount())) {
      throw diverged(epoch, step, Divergence.inWeights(parts));
    }
    return step == steps;
  }

  private void step(int epoch, int step, int first, int rows) {
    batches.load(order.samples(), first, rows, work);
    double loss =
        parts
            .program()
            .differentiate(parts.weights(), memory.gradients(), work, rows, memory.draw(draws));
    if (!Double.isFinite(loss)) {
      throw diverged(epoch, step, Divergence.inLoss(parts, work, rows, loss));
    }
    if (first == 0) {
      // These weights have just given a finite loss.
      memory.keep();
      anyKept = true;
    }
    outcome.add(loss, work, batches.targets(), rows);
    memory.update(schedule);
  }

  /** Validates and records an epoch. */
  private void finish(int epoch) {
    Outcome<S> validated = validation == null ? null : validation.run();
    if (validated != null && !Double.isFinite(validated.loss())) {
      throw diverged(epoch, order.steps(batch), Divergence.inValidation(parts, validated.loss()));
    }
    recorder.begin();
    int next = recorder.record(0, outcome);
    if (validated != null) {
      recorder.record(next, validated);
    }
  }

  private RuntimeException diverged(int epoch, int step, Divergence where) {
    if (anyKept) {
      memory.restore();
    }
    return where.exception(epoch, step, recorder.history(false));
  }
}
