package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface ShapeRank {
  @Input({28, 28, 1})
  Tensor pixels();

  /* ERROR: SHAPE_RANK "answer: Dense takes rank 1, found rank 3 (pixels[28,28,1] → answer); put @Flatten before it, or @TimeDistributed beside it" */ @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
