package dev.annotron.examples.softmax;

import static dev.annotron.Activation.SOFTMAX;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** Four measures of a plant in, the probabilities of three kinds out. */
@Network(seed = 5)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 200,
    batchSize = 16)
@Adam(learningRate = 0.01)
public interface Plants {
  @Input(4)
  Tensor measures();

  @Dense(units = 3, activation = SOFTMAX)
  Tensor kind();
}
