package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.ZeroPadding2D;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface AttributeCount {
  @Input({6, 5, 2})
  Tensor picture();

  @ZeroPadding2D(/* ERROR: ATTRIBUTE_COUNT "value of @ZeroPadding2D has 3 numbers; write 1, 2 or 4 numbers" */ {1, 2, 3})
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
