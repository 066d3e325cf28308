package dev.annotron.benchmarks.fit;

import dev.annotron.benchmarks.networks.DigitsNet;
import dev.annotron.benchmarks.networks.WatchedDigitsNet;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.callback.EarlyStopping;
import dev.annotron.runtime.callback.ReduceLROnPlateau;
import dev.annotron.runtime.kernel.Backend;
import dev.annotron.runtime.network.Engine;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** One way of training the digits at batch 32. */
public enum Contender {
  BARE("the bare step: take a batch, differentiate, update", DigitsNet.class),
  FIT("`fit`", DigitsNet.class),
  METRICS("`fit` with accuracy and F1", WatchedDigitsNet.class),
  CALLBACKS("`fit` with callbacks, lambdas and a time limit", DigitsNet.class),
  ALL("`fit` with all of these and the display", WatchedDigitsNet.class);

  /** The samples of a batch. */
  static final int BATCH = 32;

  private static final int NEVER = 1_000_000_000;

  private final String title;
  private final Class<? extends Model> network;

  Contender(String title, Class<? extends Model> network) {
    this.title = title;
    this.network = network;
  }

  /** The row's name in the table. */
  public String title() {
    return title;
  }

  /** Trains until the turns are over. */
  void train(Turns turns, Dataset data) {
    Generated generated = Generated.of(network);
    TimedProgram program = new TimedProgram(generated.program(), turns, ordinal());
    try {
      if (this == BARE) {
        new BareTraining(generated.architecture(), program, data, BATCH).run();
      } else {
        FitOptions options = options().orElse(generated.architecture().defaults());
        Engine.offHeap(generated.architecture(), program, Backend.kernels(), 1).fit(data, options);
      }
    } catch (Turns.Over _) {
      // as planned
    }
  }

  private FitOptions options() {
    FitOptions options =
        new FitOptions().epochs(NEVER).batchSize(BATCH).verbose(this == ALL ? 1 : 0);
    if (this != CALLBACKS && this != ALL) {
      return options;
    }
    LongAdder seen = new LongAdder();
    return options
        .timeLimit(Duration.ofDays(1))
        .callback(new EarlyStopping("loss").patience(NEVER))
        .callback(new ReduceLROnPlateau("loss").patience(NEVER))
        .onEpochEnd(training -> seen.add(training.values().size()))
        .onBatchEnd(training -> seen.add(training.step()));
  }
}
