package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.PositionalEmbedding;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface PositionsRank {
  @Input(6)
  Tensor bits();

  /* ERROR: SHAPE_RANK "PositionalEmbedding takes rank 2 (steps, features), found rank 1 (bits[6] → changed); put @Embedding before it" */ @PositionalEmbedding
  Tensor changed();

  @Dense(units = 1)
  Tensor answer();
}
