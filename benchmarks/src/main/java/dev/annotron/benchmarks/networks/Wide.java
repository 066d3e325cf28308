package dev.annotron.benchmarks.networks;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** 1024-4096-4096-1000. */
@Network
@Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY, batchSize = 256)
@Sgd(learningRate = 0.01)
public interface Wide {
  @Input(1024)
  Tensor features();

  @Dense(units = 4096, activation = Activation.RELU)
  Tensor first();

  @Dense(units = 4096, activation = Activation.RELU)
  Tensor second();

  @Dense(units = 1000, activation = Activation.SOFTMAX)
  Tensor label();
}
