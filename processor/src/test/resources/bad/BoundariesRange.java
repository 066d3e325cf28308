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
@PiecewiseConstantDecay(boundaries = {5, /* ERROR: ATTRIBUTE_RANGE "a boundary of @PiecewiseConstantDecay is 5; it must be at least 6" */ 5}, values = {0.1, 0.05, /* ERROR: ATTRIBUTE_RANGE "a value of @PiecewiseConstantDecay is 0" */ 0})
public interface BoundariesRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
