package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

/* ERROR: NETWORK_MISSING "NetworkMissing: @Train says how a network is trained" */ @Train(loss = Loss.MEAN_SQUARED_ERROR)
@Sgd
public interface NetworkMissing {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();
}
