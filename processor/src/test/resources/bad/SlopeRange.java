package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.LeakyRelu;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface SlopeRange {
  @Input(2)
  Tensor bits();

  @LeakyRelu(slope = /* ERROR: ATTRIBUTE_RANGE "slope of @LeakyRelu" */ -1)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
