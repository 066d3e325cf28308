package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.SpatialDropout1D;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface SpatialDropoutRank {
  @Input(2)
  Tensor bits();

  /* ERROR: SHAPE_RANK "SpatialDropout1D takes rank 2, found rank 1" */ @SpatialDropout1D(0.5)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
