package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.InputType;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface InputIds {
  @Input(value = 4, type = InputType.INT)
  Tensor words();

  @Dense(units = 1)
  Tensor answer(Tensor /* ERROR: INPUT_TYPE "put an @Embedding between them" */ words);
}
