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
public interface OutputName {
  @Input(2)
  Tensor bits();

  @Output
  @Dense(units = 3)
  Tensor /* ERROR: OUTPUT_NAME "val: the history calls the loss of this output val_loss, and the sum of all losses on validation data too" */ val();

  @Dense(units = 1)
  Tensor answer();
}
