package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One call of {@code fit}: everything that a step needs is allocated before the first. */
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
  private final Seeds seeds;
  private final Pace pace;
  private final Halt halt;
  private final Tick tick = new Tick();
  private final Session<S> session;
  private final Observers<S> observers;
  private final int batch;
  private final boolean hasOneBatch;
  private boolean isLoaded;
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
    this.batch = Math.min(options.batchSize(), data.size());
    this.hasOneBatch = batch == data.size();
    this.work = memory.work(batch);
    this.batches = new Batches<>(parts, layout, data, batch);
    this.order = new Order(data.size());
    this.outcome = new Outcome<>(parts, layout, batch, data.size());
    this.recorder =
        new HistoryRecorder(Measured.names(architecture), validation != null, options.epochs());
    this.pace = new Pace(options, architecture);
    this.halt = new Halt(options);
    Stand<S> stand = new Stand<>(parts, memory, recorder, pace);
    boolean resumed = ResumedTraining.resume(stand, options);
    this.seeds = resumed ? memory.seeds() : seeds(options, memory);
    this.session = new Session<>(stand, outcome, halt, options.epochs(), order.steps(batch));
    this.observers = new Observers<>(stand, seeds, session, options);
    this.progress = Progress.of(options, recorder, outcome);
  }

  /** A given seed decides all that is random, in steps too. */
  private static Seeds seeds(FitOptions options, TrainingMemory<?> memory) {
    return options.seed().isPresent()
        ? Seeds.of(new SplittableRandom(options.seed().getAsLong()))
        : memory.seeds();
  }

  /** Trains until all epochs are done, or until someone or something ends it. */
  History run() {
    ExitHook hook = ExitHook.watch(halt);
    try {
      observers.begin();
      boolean cut = halt.why() != null;
      for (int epoch = recorder.epochs() + 1; epoch <= options.epochs() && !cut; epoch++) {
        boolean whole = epoch(epoch);
        cut = halt.now() && (!whole || epoch < options.epochs());
      }
      memory.finish();
      observers.end();
      return recorder.history(cut && halt.interrupted(), cut ? halt.why() : null);
    } finally {
      hook.done();
    }
  }

  /** Trains for one epoch; false if it was ended before its last step. */
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
      observers.epochEnd();
    }
    return recorded;
  }

  /** Visits all samples; false if it was ended before the last. */
  private boolean steps(int epoch) {
    long number = memory.nextOrder();
    if (batches.next(number - 1, epoch < options.epochs())) {
      isLoaded = false;
    }
    // All samples in one batch have no order.
    if (options.shuffle() && !hasOneBatch) {
      order.shuffle(seeds.orders(), number);
    }
    outcome.reset();
    session.begin(epoch);
    int step = 0;
    int steps = order.steps(batch);
    boolean cut = false;
    while (step < steps && !cut) {
      int first = step * batch;
      step++;
      step(epoch, step, first, Math.min(batch, batches.size() - first));
      session.stepped(step);
      boolean look = tick.due();
      if (look) {
        progress.show(step);
      }
      observers.batchEnd();
      cut = halt.within(look);
    }
    // Also of a training that was interrupted: what it leaves behind is used all the same.
    if (!parts.storage().finite(parts.weights(), 0, parts.parameterCount())) {
      throw diverged(epoch, step, Divergence.inWeights(parts));
    }
    return step == steps;
  }

  private void step(int epoch, int step, int first, int rows) {
    load(first, rows);
    long draw = memory.draw(seeds);
    double loss = memory.beginStep(batches.program(), work, rows, draw);
    if (!Double.isFinite(loss)) {
      throw diverged(epoch, step, Divergence.inLoss(parts, batches.layers(), work, rows, loss));
    }
    if (first == 0) {
      // These weights have just given a finite loss.
      memory.keep();
      anyKept = true;
    }
    outcome.add(loss, work, batches.targets(), rows);
    memory.endStep(batches.program(), work, rows, draw, pace.schedule());
  }

  /** A batch of all samples lies there from the epoch before: programs leave it as it was. */
  private void load(int first, int rows) {
    if (!isLoaded) {
      batches.load(order.samples(), first, rows, work);
      isLoaded = hasOneBatch;
    }
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
    session.recorded();
  }

  private RuntimeException diverged(int epoch, int step, Divergence where) {
    boolean restored = options.restoreOnDivergence();
    if (restored && anyKept) {
      memory.restore();
    }
    return where.exception(epoch, step, restored, recorder.history(false, null));
  }
}
