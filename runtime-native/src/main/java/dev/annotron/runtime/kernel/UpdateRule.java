package dev.annotron.runtime.kernel;

/**
 * The steps that {@link OptimizerKernels} takes; formulas stand at its methods. The native library
 * numbers them in the same order.
 */
public enum UpdateRule {
  /** {@link OptimizerKernels#sgd}. */
  SGD(0),
  /** {@link OptimizerKernels#sgdMomentum}. */
  MOMENTUM(1),
  /** {@link OptimizerKernels#sgdMomentum} in Nesterov's form. */
  NESTEROV(1),
  /** {@link OptimizerKernels#adam}. */
  ADAM(2),
  /** {@link OptimizerKernels#amsgrad}. */
  AMSGRAD(3),
  /** {@link OptimizerKernels#rmsProp}. */
  RMSPROP(1),
  /** {@link OptimizerKernels#rmsPropMomentum}. */
  RMSPROP_MOMENTUM(2),
  /** {@link OptimizerKernels#rmsPropCentered}. */
  RMSPROP_CENTERED(3),
  /** {@link OptimizerKernels#adagrad}. */
  ADAGRAD(1),
  /** {@link OptimizerKernels#adadelta}. */
  ADADELTA(2),
  /** {@link OptimizerKernels#adamax}. */
  ADAMAX(2),
  /** {@link OptimizerKernels#nadam}. */
  NADAM(2),
  /** {@link OptimizerKernels#lion}. */
  LION(1),
  /** {@link OptimizerKernels#ftrl}. */
  FTRL(2);

  private final int slots;

  UpdateRule(int slots) {
    this.slots = slots;
  }

  /** The floats of memory for each weight. */
  public int slots() {
    return slots;
  }
}
