package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.TimeDistributed;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface TimeDistributedRank {
  @Input(6)
  Tensor bits();

  @Dense(units = 3, activation = Activation.RELU)
  /* ERROR: SHAPE_RANK "@TimeDistributed takes rank 2 or more, found rank 1 (bits[6] → hidden); remove it" */ @TimeDistributed
  Tensor hidden();

  @Dense(units = 1)
  Tensor answer();
}
