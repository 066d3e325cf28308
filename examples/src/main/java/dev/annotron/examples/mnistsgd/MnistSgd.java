package dev.annotron.examples.mnistsgd;

import static dev.annotron.Activation.SIGMOID;
import static dev.annotron.Activation.SOFTMAX;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** 28 × 28 pixels in, the probabilities of the ten digits out; no momentum, no schedule. */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 17,
    batchSize = 100)
@Sgd(learningRate = 0.1)
public interface MnistSgd {
  @Input(784)
  Tensor pixels();

  @Dense(units = 50, activation = SIGMOID)
  Tensor hidden();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
