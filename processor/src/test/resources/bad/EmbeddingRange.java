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
public interface EmbeddingRange {
  @Input(value = 4, type = InputType.INT)
  Tensor words();

  @Embedding(
      inputDim = /* ERROR: ATTRIBUTE_RANGE "inputDim of @Embedding is 0; it must be from 1 to 16777216" */ 0,
      outputDim = /* ERROR: ATTRIBUTE_RANGE "outputDim of @Embedding is -1; it must be at least 1" */ -1)
  Tensor /* WARNING: LAYER_UNUSED "no layer reads this" */ rows();

  @Embedding(
      inputDim = /* ERROR: ATTRIBUTE_RANGE "inputDim of @Embedding is 16777217; it must be from 1 to 16777216" */ 16_777_217,
      outputDim = 2)
  Tensor more(Tensor words);

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
