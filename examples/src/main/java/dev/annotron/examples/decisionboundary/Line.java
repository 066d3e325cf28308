package dev.annotron.examples.decisionboundary;

import static dev.annotron.Activation.SIGMOID;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** One neuron: whatever it learns, its boundary is a straight line. */
@Network(seed = 1)
@Train(loss = Loss.BINARY_CROSSENTROPY, metrics = Metric.ACCURACY, epochs = 300, batchSize = 32)
@Adam(learningRate = 0.01)
public interface Line {
  @Input(2)
  Tensor point();

  @Dense(units = 1, activation = SIGMOID)
  Tensor second();
}
