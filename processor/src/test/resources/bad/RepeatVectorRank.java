package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.RepeatVector;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface RepeatVectorRank {
  @Input({6, 5})
  Tensor picture();

  /* ERROR: SHAPE_RANK "RepeatVector takes rank 1, found rank 2 (picture[6,5] → changed); put @Flatten before it" */ @RepeatVector(3)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
