package model;

import dev.annotron.Activation;
import dev.annotron.Block;
import dev.annotron.Dense;
import dev.annotron.Frozen;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.MaxNorm;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;
import dev.annotron.UnitNorm;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ModifierIdleBlock {
  @Input(3)
  Tensor bits();

  /* NOTE: MODIFIER_IDLE "the block is used here" */ @Block(Unit.class)
  Tensor first();

  @Frozen
  /* NOTE: MODIFIER_IDLE "the block is used here" */ @Block(Unit.class)
  Tensor second();

  @Dense(units = 1)
  Tensor answer();

  interface Unit {
    @Input
    Tensor x();

    @MaxNorm
    @Dense(units = 3, activation = Activation.RELU)
    Tensor moving();

    @Frozen
    /* WARNING: MODIFIER_IDLE "@UnitNorm changes nothing" */ @UnitNorm
    @Dense(units = 3, activation = Activation.RELU)
    Tensor y();
  }
}
