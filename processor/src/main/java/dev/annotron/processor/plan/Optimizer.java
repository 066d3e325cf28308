package dev.annotron.processor.plan;

/** The update rule, with its attributes. */
public sealed interface Optimizer {

  double learningRate();

  /** The floats of memory kept for each weight. */
  int slots();

  /** {@code @Sgd}. */
  record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {
    @Override
    public int slots() {
      return momentum > 0 ? 1 : 0;
    }
  }

  /** {@code @Adam}. */
  record Adam(double learningRate, double beta1, double beta2, double epsilon)
      implements Optimizer {
    @Override
    public int slots() {
      return 2;
    }
  }
}
