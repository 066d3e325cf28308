package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Gru;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Lstm;
import dev.annotron.Network;
import dev.annotron.SimpleRnn;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface RecurrentRange {
  @Input({4, 3})
  Tensor words();

  @SimpleRnn(
      units = /* ERROR: ATTRIBUTE_RANGE "units of @SimpleRnn is 0; it must be at least 1" */ 0,
      activation = Activation /* ERROR: ATTRIBUTE_RANGE "activation of @SimpleRnn is SOFTMAX; it must be a function of one value" */.SOFTMAX,
      returnSequences = true)
  Tensor /* WARNING: LAYER_UNUSED "no layer reads this" */ first();

  @Lstm(
      units = /* ERROR: ATTRIBUTE_RANGE "units of @Lstm is -3; it must be at least 1" */ -3,
      returnSequences = true)
  Tensor /* WARNING: LAYER_UNUSED "no layer reads this" */ second(Tensor words);

  @Gru(
      units = 2,
      recurrentActivation = Activation /* ERROR: ATTRIBUTE_RANGE "recurrentActivation of @Gru is SOFTMAX" */.SOFTMAX)
  Tensor third(Tensor words);

  @Dense(units = 1)
  Tensor answer();
}
