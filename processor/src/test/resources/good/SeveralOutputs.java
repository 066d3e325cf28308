package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Output;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY, metrics = Metric.ACCURACY)
public interface SeveralOutputs {
  @Input(4)
  Tensor pixels();

  @Dense(units = 6, activation = Activation.RELU)
  Tensor hidden();

  @Output(loss = Loss.BINARY_CROSSENTROPY, weight = 0.3, metrics = Metric.BINARY_ACCURACY)
  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor even();

  @Output(weight = 2)
  @Dense(units = 3, activation = Activation.SOFTMAX)
  Tensor size(Tensor hidden);

  @Output(metrics = Metric.ACCURACY)
  @Dense(units = 10, activation = Activation.SOFTMAX)
  Tensor digit(Tensor hidden);
}
