package model;

import dev.annotron.Activation;
import dev.annotron.Concatenate;
import dev.annotron.Conv1D;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.LayerNorm;
import dev.annotron.Loss;
import dev.annotron.Lstm;
import dev.annotron.Masking;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface MaskLost {
  @Input({6, 2})
  Tensor x();

  @Masking
  Tensor words();

  @LayerNorm
  Tensor normal();

  @Concatenate
  Tensor twice(Tensor words, Tensor normal);

  /* WARNING: MASK_LOST "features: @Conv1D does not pass the mask of twice on, so" */ @Conv1D(filters = 3, kernelSize = 2, activation = Activation.RELU)
  Tensor features();

  @Lstm(units = 3)
  Tensor memory();

  @Dense(units = 1)
  Tensor answer();
}
