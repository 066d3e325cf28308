package dev.annotron.runtime.callback;

import dev.annotron.runtime.Callback;
import dev.annotron.runtime.Training;
import java.nio.file.Path;

/**
 * Writes checkpoints, from which {@link dev.annotron.runtime.FitOptions#resume} goes on and which
 * load as weight files too. Immutable.
 *
 * <p>Each is written atomically: whatever happens, the file holds a whole checkpoint, an old one or
 * the new. With a name such as {@code "digits-{epoch:03d}-{val_loss:.4f}.safetensors"} each has a
 * file of its own; without braces the last one stays. Costs nothing in steps, and the time to write
 * weights and optimizer to the disk where one is written.
 *
 * <p>See <a href="https://keras.io/api/callbacks/model_checkpoint/">Keras: ModelCheckpoint</a>.
 *
 * @param file the name; {@code {epoch}} and the names of values stand for what they are then
 * @param monitor what decides which epoch is the best
 * @param mode which values are better
 * @param saveBestOnly whether only epochs better than all before are written
 * @param everyEpochs a checkpoint is written after each epoch whose number this divides
 * @param initialValueThreshold only better values than this are the best; NaN for none
 */
public record ModelCheckpoint(
    Path file,
    String monitor,
    Mode mode,
    boolean saveBestOnly,
    int everyEpochs,
    double initialValueThreshold)
    implements Callback {

  /** Checks the number of epochs. */
  public ModelCheckpoint {
    Checks.check(everyEpochs >= 1, "everyEpochs", everyEpochs, "1 or more");
  }

  /** Writes one after each epoch. */
  public ModelCheckpoint(Path file) {
    this(file, "val_loss", Mode.AUTO, false, 1, Double.NaN);
  }

  /** Sets what decides which epoch is the best. */
  public ModelCheckpoint monitor(String value) {
    return new ModelCheckpoint(file, value, mode, saveBestOnly, everyEpochs, initialValueThreshold);
  }

  /** Sets which values are better. */
  public ModelCheckpoint mode(Mode value) {
    return new ModelCheckpoint(
        file, monitor, value, saveBestOnly, everyEpochs, initialValueThreshold);
  }

  /** Sets whether only epochs better than all before are written. */
  public ModelCheckpoint saveBestOnly(boolean value) {
    return new ModelCheckpoint(file, monitor, mode, value, everyEpochs, initialValueThreshold);
  }

  /** Sets after how many epochs one is written. */
  public ModelCheckpoint everyEpochs(int value) {
    return new ModelCheckpoint(file, monitor, mode, saveBestOnly, value, initialValueThreshold);
  }

  /** Sets the value that the first best epoch must better. */
  public ModelCheckpoint initialValueThreshold(double value) {
    return new ModelCheckpoint(file, monitor, mode, saveBestOnly, everyEpochs, value);
  }

  @Override
  public Observer begin(Training training) {
    FilePattern pattern = new FilePattern(file);
    pattern.check(training);
    if (!saveBestOnly) {
      return () -> {
        if (due(training.epoch())) {
          training.checkpoint(pattern.name(training));
        }
      };
    }
    Monitor monitored = new Monitor(monitor, mode.larger(monitor), 0);
    monitored.check("ModelCheckpoint", training);
    Best best = new Best(monitored, initialValueThreshold);
    double[] before = training.history().values(monitor);
    for (int i = 0; i < before.length; i++) {
      if (due(i + 1)) {
        best.look(before[i]);
      }
    }
    return () -> {
      if (due(training.epoch()) && best.look(training.value(monitor))) {
        training.checkpoint(pattern.name(training));
      }
    };
  }

  private boolean due(int epoch) {
    return epoch % everyEpochs == 0;
  }

  /** The best value so far. */
  private static final class Best {
    private final Monitor monitor;
    private double value;

    Best(Monitor monitor, double value) {
      this.monitor = monitor;
      this.value = value;
    }

    /** Takes an epoch's value in; true if it is the best. */
    boolean look(double next) {
      boolean better = monitor.improves(next, value);
      value = better ? next : value;
      return better;
    }
  }
}
