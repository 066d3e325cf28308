package dev.annotron.examples.resume;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Activation.SOFTMAX;

import dev.annotron.Adam;
import dev.annotron.CosineDecay;
import dev.annotron.Dense;
import dev.annotron.Dropout;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/**
 * A network whose training has much to remember: the optimizer's means, the place in the schedule,
 * the order of the samples, and what dropout draws.
 */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 12,
    batchSize = 32)
@Adam
@CosineDecay(initialLearningRate = 0.003, decaySteps = 300, alpha = 0.1)
public interface Drawn {
  @Input(784)
  Tensor pixels();

  @Dense(units = 64, activation = RELU)
  Tensor hidden();

  @Dropout(0.2)
  Tensor some();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
