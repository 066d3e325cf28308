package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.GaussianNoise;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface NoiseRange {
  @Input(2)
  Tensor bits();

  @GaussianNoise(/* ERROR: ATTRIBUTE_RANGE "value of @GaussianNoise" */ -0.1)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
