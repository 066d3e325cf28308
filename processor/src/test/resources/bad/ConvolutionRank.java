package model;

import dev.annotron.Activation;
import dev.annotron.Conv2D;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ConvolutionRank {
  @Input({6, 5})
  Tensor picture();

  /* ERROR: SHAPE_RANK "Conv2D takes rank 3 (height, width, channels), found rank 2 (picture[6,5] → changed); put @Reshape before it" */ @Conv2D(filters = 3, kernelSize = 3, activation = Activation.RELU)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
