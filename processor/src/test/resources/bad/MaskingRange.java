package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Masking;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface MaskingRange {
  @Input({4, 3})
  Tensor words();

  @Masking(maskValue = /* ERROR: ATTRIBUTE_RANGE "maskValue of @Masking is 1e300, as a float infinite; it must be finite" */ 1e300)
  Tensor masked();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
