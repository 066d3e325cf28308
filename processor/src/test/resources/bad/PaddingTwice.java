package model;

import dev.annotron.Activation;
import dev.annotron.Conv2D;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Padding;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface PaddingTwice {
  @Input({6, 5, 1})
  Tensor picture();

  @Conv2D(filters = 1, kernelSize = 3, pad = 1, padding = Padding/* ERROR: ATTRIBUTE_RANGE "padding of @Conv2D is SAME; it must be VALID where pad says how many zeros" */.SAME, activation = Activation.RELU)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
