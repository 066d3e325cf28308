package model;

import dev.annotron.Activate;
import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.TimeDistributed;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface TimeDistributedLayer {
  @Input({4, 3})
  Tensor words();

  @Activate(Activation.RELU)
  /* ERROR: MODIFIER_LAYER "@TimeDistributed has nothing to say about @Activate" */ @TimeDistributed
  Tensor active();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
