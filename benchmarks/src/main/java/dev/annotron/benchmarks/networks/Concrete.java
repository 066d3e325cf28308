package dev.annotron.benchmarks.networks;

import dev.annotron.Activation;
import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** 8-512-512-512-1. */
@Network
@Train(loss = Loss.MEAN_ABSOLUTE_ERROR, batchSize = 32)
@Adam
public interface Concrete {
  @Input(8)
  Tensor recipe();

  @Dense(units = 512, activation = Activation.RELU)
  Tensor first();

  @Dense(units = 512, activation = Activation.RELU)
  Tensor second();

  @Dense(units = 512, activation = Activation.RELU)
  Tensor third();

  @Dense(units = 1)
  Tensor strength();
}
