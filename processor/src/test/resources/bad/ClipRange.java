package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.GlobalClipNorm;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@GlobalClipNorm(/* ERROR: ATTRIBUTE_RANGE "value of @GlobalClipNorm is 0; it must be finite and above 0" */ 0)
public interface ClipRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
