package model;

import dev.annotron.Activation;
import dev.annotron.Bidirectional;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface BidirectionalLayer {
  @Input(6)
  Tensor bits();

  @Dense(units = 3, activation = Activation.RELU)
  /* ERROR: MODIFIER_LAYER "@Bidirectional has nothing to say about @Dense" */ @Bidirectional
  Tensor hidden();

  @Dense(units = 1)
  Tensor answer();
}
