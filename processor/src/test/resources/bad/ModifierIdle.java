package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Frozen;
import dev.annotron.Input;
import dev.annotron.L1;
import dev.annotron.L2;
import dev.annotron.Loss;
import dev.annotron.MaxNorm;
import dev.annotron.Network;
import dev.annotron.NonNegative;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ModifierIdle {
  @Input(2)
  Tensor bits();

  /* WARNING: MODIFIER_IDLE "hidden: @L1 changes nothing, because each of its penalties is 0; give it" */ @L1(0)
  @L2(value = 0, activity = 0.1)
  @Dense(units = 3, activation = Activation.RELU)
  Tensor hidden();

  @Frozen
  /* WARNING: MODIFIER_IDLE "@MaxNorm changes nothing, because @Frozen keeps the weights as they are; remove one" */ @MaxNorm
  /* WARNING: MODIFIER_IDLE "@L2 changes nothing" */ @L2
  @L1(activity = 0.1)
  @Dense(units = 3, activation = Activation.RELU)
  Tensor steady();

  @NonNegative
  @Dense(units = 1)
  Tensor answer();
}
