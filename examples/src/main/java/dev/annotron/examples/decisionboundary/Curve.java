package dev.annotron.examples.decisionboundary;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Activation.SIGMOID;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** The same with two hidden layers, which bend the boundary. */
@Network(seed = 1)
@Train(loss = Loss.BINARY_CROSSENTROPY, metrics = Metric.ACCURACY, epochs = 300, batchSize = 32)
@Adam(learningRate = 0.01)
public interface Curve {
  @Input(2)
  Tensor point();

  @Dense(units = 24, activation = RELU)
  Tensor wide();

  @Dense(units = 24, activation = RELU)
  Tensor deep();

  @Dense(units = 1, activation = SIGMOID)
  Tensor second();
}
