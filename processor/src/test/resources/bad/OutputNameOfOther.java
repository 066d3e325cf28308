package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Output;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface OutputNameOfOther {
  @Input(2)
  Tensor bits();

  @Output
  @Dense(units = 3)
  Tensor a();

  @Dense(units = 1)
  Tensor /* ERROR: OUTPUT_NAME "and that of a on validation data too" */ val_a();
}
