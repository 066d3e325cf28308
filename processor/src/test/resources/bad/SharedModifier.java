package model;

import dev.annotron.Activation;
import dev.annotron.Add;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.L1;
import dev.annotron.L2;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Shared;
import dev.annotron.Tensor;
import dev.annotron.Train;
import dev.annotron.UnitNorm;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface SharedModifier {
  @Input(2)
  Tensor bits();

  @Dense(units = 3, activation = Activation.RELU)
  Tensor left(Tensor bits);

  @Shared("left")
  /* ERROR: MODIFIER_LAYER "right: @UnitNorm has nothing to say about the weights of another layer; put it beside left" */ @UnitNorm
  /* ERROR: MODIFIER_LAYER "right: @L2 has nothing" */ @L2(0.1)
  @L1(activity = 0.1)
  @Dense(units = 3, activation = Activation.RELU)
  Tensor right(Tensor bits);

  @Add
  Tensor both(Tensor left, Tensor right);

  @Dense(units = 1)
  Tensor answer();
}
