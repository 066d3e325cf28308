package model;

import dev.annotron.Dense;
import dev.annotron.DepthwiseConv2D;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Padding;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface PaddingCausal {
  @Input({6, 5, 1})
  Tensor picture();

  @DepthwiseConv2D(kernelSize = 3, padding = Padding/* ERROR: ATTRIBUTE_RANGE "padding of @DepthwiseConv2D is CAUSAL; it must be VALID or SAME" */.CAUSAL)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
