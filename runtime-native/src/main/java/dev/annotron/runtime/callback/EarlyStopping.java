package dev.annotron.runtime.callback;

import dev.annotron.runtime.Callback;
import dev.annotron.runtime.Training;
import dev.annotron.runtime.text.Numbers;

/**
 * Ends training when a value no longer improves. Immutable.
 *
 * <p>An epoch improves if its value is better than the best so far by more than {@link #minDelta}.
 * Training ends after {@link #patience} epochs without, at least one. With {@link
 * #restoreBestWeights}, the weights are those of the end of the best epoch then, also if training
 * came to its own end. Costs nothing in steps, and a copy of the weights if they are restored.
 *
 * <p>See <a href="https://keras.io/api/callbacks/early_stopping/">Keras: EarlyStopping</a>.
 *
 * @param monitor what is looked at, such as {@code "val_loss"}
 * @param minDelta a change of this or less is no improvement; finite and not negative
 * @param patience the epochs without improvement that are put up with; not negative
 * @param mode which values are better
 * @param baseline only values better than this make patience start anew; NaN for none
 * @param startFromEpoch the epochs at the beginning that are not looked at
 * @param restoreBestWeights whether the best epoch's weights come back at the end
 */
public record EarlyStopping(
    String monitor,
    double minDelta,
    int patience,
    Mode mode,
    double baseline,
    int startFromEpoch,
    boolean restoreBestWeights)
    implements Callback {

  /** Checks the numbers. */
  public EarlyStopping {
    Checks.check(
        minDelta >= 0 && Double.isFinite(minDelta), "minDelta", minDelta, "0 or more, and finite");
    Checks.check(patience >= 0, "patience", patience, "0 or more");
    Checks.check(startFromEpoch >= 0, "startFromEpoch", startFromEpoch, "0 or more");
  }

  /** Monitors {@code "val_loss"} with Keras's defaults: patience 0, nothing restored. */
  public EarlyStopping() {
    this("val_loss");
  }

  /** Monitors a value with Keras's defaults: patience 0, nothing restored. */
  public EarlyStopping(String monitor) {
    this(monitor, 0, 0, Mode.AUTO, Double.NaN, 0, false);
  }

  /** Sets how large a change must be to count. */
  public EarlyStopping minDelta(double value) {
    return new EarlyStopping(
        monitor, value, patience, mode, baseline, startFromEpoch, restoreBestWeights);
  }

  /** Sets the epochs without improvement after which training ends. */
  public EarlyStopping patience(int value) {
    return new EarlyStopping(
        monitor, minDelta, value, mode, baseline, startFromEpoch, restoreBestWeights);
  }

  /** Sets which values are better. */
  public EarlyStopping mode(Mode value) {
    return new EarlyStopping(
        monitor, minDelta, patience, value, baseline, startFromEpoch, restoreBestWeights);
  }

  /** Sets the value that an epoch must better for patience to start anew. */
  public EarlyStopping baseline(double value) {
    return new EarlyStopping(
        monitor, minDelta, patience, mode, value, startFromEpoch, restoreBestWeights);
  }

  /** Sets how many epochs at the beginning are not looked at. */
  public EarlyStopping startFromEpoch(int value) {
    return new EarlyStopping(
        monitor, minDelta, patience, mode, baseline, value, restoreBestWeights);
  }

  /** Sets whether the weights of the best epoch come back at the end. */
  public EarlyStopping restoreBestWeights(boolean value) {
    return new EarlyStopping(monitor, minDelta, patience, mode, baseline, startFromEpoch, value);
  }

  @Override
  public Observer begin(Training training) {
    Monitor monitored = new Monitor(monitor, mode.larger(monitor), minDelta);
    monitored.check("EarlyStopping", training);
    State state = new State(this, monitored, training);
    double[] before = training.history().values(monitor);
    for (int i = 0; i < before.length; i++) {
      state.look(i + 1, before[i]);
    }
    state.stopIfTired();
    return state;
  }

  /** What one training remembers; it follows from the values alone, so that resuming is exact. */
  private static final class State implements Observer {
    private final EarlyStopping options;
    private final Monitor monitor;
    private final Training training;
    private double best = Double.NaN;
    private int bestEpoch;
    private int wait;
    private boolean tired;

    State(EarlyStopping options, Monitor monitor, Training training) {
      this.options = options;
      this.monitor = monitor;
      this.training = training;
    }

    /** Takes an epoch's value in; true if its weights are the best. */
    boolean look(int epoch, double value) {
      if (epoch <= options.startFromEpoch) {
        return false;
      }
      wait++;
      if (monitor.improves(value, best)) {
        best = value;
        bestEpoch = epoch;
        wait = monitor.improves(value, options.baseline) ? 0 : wait;
        return true;
      }
      tired |= wait >= options.patience && epoch > 1;
      return false;
    }

    @Override
    public void epochEnd() {
      if (look(training.epoch(), training.value(monitor.name())) && options.restoreBestWeights) {
        training.keepWeights();
      }
      stopIfTired();
    }

    void stopIfTired() {
      if (tired) {
        String value = Numbers.text(best);
        training.stop(monitor.name() + " was best in epoch " + bestEpoch + ", with " + value);
      }
    }

    @Override
    public void end() {
      if (options.restoreBestWeights) {
        training.restoreWeights();
      }
    }
  }
}
