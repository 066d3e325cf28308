package model;

import dev.annotron.Activation;
import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@Sgd
/* ERROR: OPTIMIZER_COUNT "one optimizer, found @Sgd and @Adam" */ @Adam
public interface OptimizerCount {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
