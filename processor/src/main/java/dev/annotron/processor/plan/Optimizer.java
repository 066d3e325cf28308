package dev.annotron.processor.plan;

import java.util.List;

/** The update rule, with its attributes. */
public sealed interface Optimizer {

  double learningRate();

  /** The floats of memory kept for each weight. */
  int slots();

  /** What the first slot starts with; the others start with 0. */
  default double initialState() {
    return 0;
  }

  /** The attributes but the learning rate, for people: {@code "momentum=0.9"}. */
  List<String> settings();

  /** {@code @Sgd}. */
  record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {
    @Override
    public int slots() {
      return momentum > 0 ? 1 : 0;
    }

    @Override
    public List<String> settings() {
      return momentum == 0 ? List.of() : List.of("momentum=" + momentum, "nesterov=" + nesterov);
    }
  }

  /** {@code @Adam}, and {@code @AdamW} but for its decay. */
  record Adam(double learningRate, double beta1, double beta2, double epsilon, boolean amsgrad)
      implements Optimizer {
    @Override
    public int slots() {
      return amsgrad ? 3 : 2;
    }

    @Override
    public List<String> settings() {
      List<String> settings = List.of("beta1=" + beta1, "beta2=" + beta2, "epsilon=" + epsilon);
      return amsgrad
          ? List.of(settings.get(0), settings.get(1), settings.get(2), "amsgrad=true")
          : settings;
    }
  }

  /** {@code @RmsProp}. */
  record RmsProp(double learningRate, double rho, double momentum, double epsilon, boolean centered)
      implements Optimizer {
    @Override
    public int slots() {
      if (centered) {
        return 3;
      }
      return momentum > 0 ? 2 : 1;
    }

    @Override
    public List<String> settings() {
      return List.of(
          "rho=" + rho, "momentum=" + momentum, "epsilon=" + epsilon, "centered=" + centered);
    }
  }

  /** {@code @Adagrad}. */
  record Adagrad(double learningRate, double initialState, double epsilon) implements Optimizer {
    @Override
    public int slots() {
      return 1;
    }

    @Override
    public List<String> settings() {
      return List.of("initialAccumulatorValue=" + initialState, "epsilon=" + epsilon);
    }
  }

  /** {@code @Adadelta}. */
  record Adadelta(double learningRate, double rho, double epsilon) implements Optimizer {
    @Override
    public int slots() {
      return 2;
    }

    @Override
    public List<String> settings() {
      return List.of("rho=" + rho, "epsilon=" + epsilon);
    }
  }

  /** {@code @Adamax}. */
  record Adamax(double learningRate, double beta1, double beta2, double epsilon)
      implements Optimizer {
    @Override
    public int slots() {
      return 2;
    }

    @Override
    public List<String> settings() {
      return List.of("beta1=" + beta1, "beta2=" + beta2, "epsilon=" + epsilon);
    }
  }

  /** {@code @Nadam}. */
  record Nadam(double learningRate, double beta1, double beta2, double epsilon)
      implements Optimizer {
    @Override
    public int slots() {
      return 2;
    }

    @Override
    public List<String> settings() {
      return List.of("beta1=" + beta1, "beta2=" + beta2, "epsilon=" + epsilon);
    }
  }

  /** {@code @Lion}. */
  record Lion(double learningRate, double beta1, double beta2) implements Optimizer {
    @Override
    public int slots() {
      return 1;
    }

    @Override
    public List<String> settings() {
      return List.of("beta1=" + beta1, "beta2=" + beta2);
    }
  }

  /**
   * {@code @Ftrl}.
   *
   * @param power how the accumulator enters: {@code −learningRatePower}
   */
  record Ftrl(
      double learningRate,
      double power,
      double initialState,
      double l1,
      double l2,
      double l2Shrinkage,
      double beta)
      implements Optimizer {
    @Override
    public int slots() {
      return 2;
    }

    @Override
    public List<String> settings() {
      return List.of(
          "learningRatePower=" + (0 - power),
          "initialAccumulatorValue=" + initialState,
          "l1RegularizationStrength=" + l1,
          "l2RegularizationStrength=" + l2,
          "l2ShrinkageRegularizationStrength=" + l2Shrinkage,
          "beta=" + beta);
    }
  }
}
