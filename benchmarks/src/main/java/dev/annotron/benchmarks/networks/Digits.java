package dev.annotron.benchmarks.networks;

import dev.annotron.Activation;
import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** 784-50-10. */
@Network
@Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY, batchSize = 32)
@Adam
public interface Digits {
  @Input(784)
  Tensor pixels();

  @Dense(units = 50, activation = Activation.SIGMOID)
  Tensor hidden();

  @Dense(units = 10, activation = Activation.SOFTMAX)
  Tensor digit();
}
