package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.LayerNorm;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface EpsilonRangeLayerNorm {
  @Input(2)
  Tensor bits();

  @LayerNorm(epsilon = /* ERROR: ATTRIBUTE_RANGE "epsilon of @LayerNorm" */ 0)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
