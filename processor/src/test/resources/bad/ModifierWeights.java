package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Frozen;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ModifierWeights {
  @Input(2)
  Tensor bits();

  @Flatten
  /* WARNING: MODIFIER_WEIGHTS "flat: @Frozen is about weights, and @Flatten has none" */ @Frozen
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
