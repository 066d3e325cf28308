package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.ZeroPadding1D;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface MarginsRank {
  @Input({6, 5, 2})
  Tensor picture();

  /* ERROR: SHAPE_RANK "ZeroPadding1D takes rank 2 (steps, channels), found rank 3 (picture[6,5,2] → changed); put @Reshape before it" */ @ZeroPadding1D
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
