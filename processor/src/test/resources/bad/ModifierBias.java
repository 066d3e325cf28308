package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Embedding;
import dev.annotron.Flatten;
import dev.annotron.Init;
import dev.annotron.Initializer;
import dev.annotron.Input;
import dev.annotron.InputType;
import dev.annotron.L2;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.NonNegative;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ModifierBias {
  @Input(value = 2, type = InputType.INT)
  Tensor words();

  @Embedding(inputDim = 5, outputDim = 2)
  @NonNegative(bias = /* WARNING: MODIFIER_WEIGHTS "rows: bias of @NonNegative is true, and this @Embedding has no bias; remove it" */ true)
  Tensor rows();

  @Flatten
  Tensor flat();

  @L2(bias = /* WARNING: MODIFIER_WEIGHTS "bias of @L2 is 0.1, and this @Dense has no bias; set useBias = true, or remove it" */ 0.1)
  @Dense(units = 3, activation = Activation.RELU, useBias = false)
  Tensor hidden();

  @Init(value = Initializer.HE_NORMAL, bias = Initializer/* WARNING: MODIFIER_WEIGHTS "bias of @Init is ONES" */ .ONES)
  @Dense(units = 1, useBias = false)
  Tensor answer();
}
