package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.InputType;
import dev.annotron.Loss;
import dev.annotron.Lstm;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface InputIdsRank {
  @Input(value = 8, type = InputType.INT)
  Tensor words();

  @Lstm(units = 3)
  Tensor memory(Tensor /* ERROR: INPUT_TYPE "memory: words is an @Input of ids, which @Lstm would take for numbers; put an @Embedding between" */ words);

  @Dense(units = 1)
  Tensor answer();
}
