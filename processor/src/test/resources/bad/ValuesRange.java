package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.PiecewiseConstantDecay;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
/* ERROR: ATTRIBUTE_RANGE "the number of values of @PiecewiseConstantDecay is 1; it must be 2" */ @PiecewiseConstantDecay(boundaries = 5, values = 0.1)
public interface ValuesRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
