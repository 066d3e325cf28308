package dev.annotron.examples.cnn;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Activation.SOFTMAX;

import dev.annotron.Adam;
import dev.annotron.Conv2D;
import dev.annotron.CosineDecay;
import dev.annotron.Dense;
import dev.annotron.Dropout;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.MaxPool2D;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/**
 * Two convolutions, each with a pool behind it, see what a digit is made of. Three epochs of 938
 * batches are 2814 steps: large ones at first, and small ones at last.
 */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 3,
    batchSize = 64)
@Adam
@CosineDecay(initialLearningRate = 0.002, decaySteps = 2814, alpha = 0.05)
public interface Cnn {
  @Input({28, 28, 1})
  Tensor pixels();

  @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
  Tensor strokes();

  @MaxPool2D
  Tensor strongest();

  @Conv2D(filters = 64, kernelSize = 3, activation = RELU)
  Tensor shapes();

  @MaxPool2D
  Tensor largest();

  @Flatten
  Tensor features();

  @Dropout(0.25)
  Tensor some();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
