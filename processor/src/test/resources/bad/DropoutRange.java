package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Dropout;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface DropoutRange {
  @Input(2)
  Tensor bits();

  @Dropout(/* ERROR: ATTRIBUTE_RANGE "value of @Dropout is 1" */ 1)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
