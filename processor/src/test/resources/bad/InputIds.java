package model;

import dev.annotron.Dense;
import dev.annotron.Embedding;
import dev.annotron.Flatten;
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

  @Input(4)
  Tensor numbers();

  @Embedding(inputDim = 5, outputDim = 2)
  Tensor rows(Tensor /* ERROR: INPUT_TYPE "numbers is no @Input of ids; read one, with type = INT" */ numbers);

  @Flatten
  Tensor /* WARNING: LAYER_UNUSED "no layer reads this" */ flat();

  @Dense(units = 1)
  Tensor answer(Tensor /* ERROR: INPUT_TYPE "put an @Embedding between them" */ words);
}
