package dev.annotron.runtime.network;

import dev.annotron.runtime.FitOptions;

/** The learning rate of each step: the options' or the annotated one, until a callback sets one. */
final class Pace {
  private Schedule schedule;
  private double set;

  Pace(FitOptions options, Architecture architecture) {
    this.schedule =
        options.learningRate().isPresent()
            ? new Schedule.Constant(options.learningRate().getAsDouble())
            : architecture.optimizer().schedule();
  }

  Schedule schedule() {
    return schedule;
  }

  /** Sets one for all steps to come; 0 changes nothing. */
  void set(double value) {
    if (value > 0) {
      set = value;
      schedule = new Schedule.Constant(value);
    }
  }

  /** What was set last; 0 if nothing was. */
  double set() {
    return set;
  }
}
