package dev.annotron.runtime.callback;

import dev.annotron.runtime.Callback;
import dev.annotron.runtime.Training;

/**
 * Makes the learning rate smaller when a value no longer improves. Immutable.
 *
 * <p>After {@link #patience} epochs without an improvement by more than {@link #minDelta}, the
 * learning rate is multiplied by {@link #factor}, down to {@link #minLr}; then {@link #cooldown}
 * epochs are not counted. In place of a schedule, from then on. Costs nothing in steps.
 *
 * <p>See <a href="https://keras.io/api/callbacks/reduce_lr_on_plateau/">Keras:
 * ReduceLROnPlateau</a>.
 *
 * @param monitor what is looked at, such as {@code "val_loss"}
 * @param factor between 0 and 1
 * @param patience the epochs without improvement; not negative
 * @param mode which values are better
 * @param minDelta a change of this or less is no improvement; finite and not negative
 * @param cooldown the epochs after a change that are not counted; not negative
 * @param minLr the smallest learning rate; not negative
 */
public record ReduceLROnPlateau(
    String monitor,
    double factor,
    int patience,
    Mode mode,
    double minDelta,
    int cooldown,
    double minLr)
    implements Callback {

  /** Checks the numbers. */
  public ReduceLROnPlateau {
    Checks.check(factor > 0 && factor < 1, "factor", factor, "a number between 0 and 1");
    Checks.check(patience >= 0, "patience", patience, "0 or more");
    Checks.check(
        minDelta >= 0 && Double.isFinite(minDelta), "minDelta", minDelta, "0 or more, and finite");
    Checks.check(cooldown >= 0, "cooldown", cooldown, "0 or more");
    Checks.check(minLr >= 0 && Double.isFinite(minLr), "minLr", minLr, "0 or more, and finite");
  }

  /** Monitors {@code "val_loss"} with Keras's defaults. */
  public ReduceLROnPlateau() {
    this("val_loss");
  }

  /** Monitors a value with Keras's defaults: a tenth after 10 epochs. */
  public ReduceLROnPlateau(String monitor) {
    this(monitor, 0.1, 10, Mode.AUTO, 1e-4, 0, 0);
  }

  /** Sets what the learning rate is multiplied by. */
  public ReduceLROnPlateau factor(double value) {
    return new ReduceLROnPlateau(monitor, value, patience, mode, minDelta, cooldown, minLr);
  }

  /** Sets the epochs without improvement after which the learning rate falls. */
  public ReduceLROnPlateau patience(int value) {
    return new ReduceLROnPlateau(monitor, factor, value, mode, minDelta, cooldown, minLr);
  }

  /** Sets which values are better. */
  public ReduceLROnPlateau mode(Mode value) {
    return new ReduceLROnPlateau(monitor, factor, patience, value, minDelta, cooldown, minLr);
  }

  /** Sets how large a change must be to count. */
  public ReduceLROnPlateau minDelta(double value) {
    return new ReduceLROnPlateau(monitor, factor, patience, mode, value, cooldown, minLr);
  }

  /** Sets the epochs after a change that are not counted. */
  public ReduceLROnPlateau cooldown(int value) {
    return new ReduceLROnPlateau(monitor, factor, patience, mode, minDelta, value, minLr);
  }

  /** Sets the smallest learning rate. */
  public ReduceLROnPlateau minLr(double value) {
    return new ReduceLROnPlateau(monitor, factor, patience, mode, minDelta, cooldown, value);
  }

  @Override
  public Observer begin(Training training) {
    Monitor monitored = new Monitor(monitor, mode.larger(monitor), minDelta);
    monitored.check("ReduceLROnPlateau", training);
    State state = new State(this, monitored, training);
    // The learning rate of a training that is resumed is the checkpoint's already.
    for (double value : training.history().values(monitor)) {
      state.look(value);
    }
    return state;
  }

  /** What one training remembers; it follows from the values alone, so that resuming is exact. */
  private static final class State implements Observer {
    private final ReduceLROnPlateau options;
    private final Monitor monitor;
    private final Training training;
    private double best = Double.NaN;
    private int wait;
    private int cooling;

    State(ReduceLROnPlateau options, Monitor monitor, Training training) {
      this.options = options;
      this.monitor = monitor;
      this.training = training;
    }

    /** Takes an epoch's value in; true if the learning rate is to fall. */
    boolean look(double value) {
      if (cooling > 0) {
        cooling--;
        wait = 0;
      }
      if (monitor.improves(value, best)) {
        best = value;
        wait = 0;
      } else if (cooling == 0 && ++wait >= options.patience) {
        cooling = options.cooldown;
        wait = 0;
        return true;
      }
      return false;
    }

    @Override
    public void epochEnd() {
      double rate = training.learningRate();
      double next = Math.max(rate * options.factor, options.minLr);
      if (look(training.value(monitor.name())) && rate > options.minLr && (float) next > 0) {
        training.learningRate(next);
      }
    }
  }
}
