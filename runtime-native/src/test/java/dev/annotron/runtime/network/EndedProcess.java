package dev.annotron.runtime.network;

import dev.annotron.runtime.CheckpointException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import dev.annotron.runtime.callback.EarlyStopping;
import dev.annotron.runtime.callback.ModelCheckpoint;
import java.io.IOException;
import java.nio.file.Path;

/** A training in a process of its own, which says each step. */
final class EndedProcess {
  static final Tiny TINY = Tiny.classes();

  private EndedProcess() {}

  static Dataset data() {
    return Samples.of(TINY, 23, 1);
  }

  static FitOptions options(int epochs) {
    return Samples.SILENT
        .epochs(epochs)
        .batchSize(4)
        .validation(Samples.of(TINY, 9, 2))
        .callback(new EarlyStopping().patience(1000).restoreBestWeights(true));
  }

  /**
   * Trains with checkpoints, and saves the weights behind.
   *
   * @param arguments the epochs, the checkpoint, the file for the weights, the network's seed
   */
  public static void main(String[] arguments) throws IOException {
    Path checkpoint = Path.of(arguments[1]);
    Engine<?> engine = Memory.OFF_HEAP.engine(TINY, Long.parseLong(arguments[3]));
    try {
      History history =
          engine.fit(
              data(),
              options(Integer.parseInt(arguments[0]))
                  .callback(new ModelCheckpoint(checkpoint))
                  .onBatchEnd(_ -> System.out.println("step"))
                  .resume(checkpoint));
      engine.save(Path.of(arguments[2]));
      System.out.println("interrupted=" + history.interrupted());
    } catch (CheckpointException e) {
      System.out.println("lost: " + e.getMessage());
    }
  }
}
