package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Lambda;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface LambdaName {
  @Input(2)
  Tensor bits();

  @Lambda(type = Twice.class, derivative = /* ERROR: CUSTOM_FUNCTION "has no method derivativ" */ "derivativ")
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();

  /** A function of one's own. */
  final class Twice {
    private Twice() {}

    static float value(float x) {
      return 2 * x;
    }

    static double slope(float x) {
      return 2;
    }
  }
}
