package dev.annotron.benchmarks.networks;

import dev.annotron.Activation;
import dev.annotron.Adam;
import dev.annotron.Conv2D;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.MaxPool2D;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** Convolution of 32, pool, convolution of 64, pool, 10 classes. */
@Network
@Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY, batchSize = 128)
@Adam
public interface Pictures {
  @Input({28, 28, 1})
  Tensor pixels();

  @Conv2D(filters = 32, kernelSize = 3, activation = Activation.RELU)
  Tensor edges();

  @MaxPool2D
  Tensor half();

  @Conv2D(filters = 64, kernelSize = 3, activation = Activation.RELU)
  Tensor parts();

  @MaxPool2D
  Tensor quarter();

  @Flatten
  Tensor flat();

  @Dense(units = 10, activation = Activation.SOFTMAX)
  Tensor digit();
}
