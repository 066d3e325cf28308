package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Masking;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface MaskingRank {
  @Input(6)
  Tensor bits();

  /* ERROR: SHAPE_RANK "Masking takes rank 2 (steps, features), found rank 1 (bits[6] → changed); put @Reshape before it" */ @Masking
  Tensor changed();

  @Dense(units = 1)
  Tensor answer();
}
