package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Lstm;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface LstmRank {
  @Input(6)
  Tensor bits();

  /* ERROR: SHAPE_RANK "Lstm takes rank 2 (steps, features), found rank 1 (bits[6] → changed); put @Reshape before it" */ @Lstm(units = 3)
  Tensor changed();

  @Dense(units = 1)
  Tensor answer();
}
