package model;

import dev.annotron.Activate;
import dev.annotron.Activation;
import dev.annotron.Adam;
import dev.annotron.Add;
import dev.annotron.Concatenate;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Init;
import dev.annotron.Initializer;
import dev.annotron.Input;
import dev.annotron.LeakyRelu;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY, metrics = {Metric.ACCURACY})
@Adam(learningRate = 0.01, epsilon = 1e-8)
public interface Functional {
  @Input({2, 3})
  Tensor left();

  @Input({2, 4})
  Tensor right();

  @Concatenate(axis = 2)
  Tensor both(Tensor left, Tensor right);

  @Flatten
  Tensor flat();

  @Dense(units = 6, useBias = false)
  @Init(Initializer.HE_NORMAL)
  Tensor hidden();

  @LeakyRelu(slope = 0.1)
  Tensor leaky();

  @Add
  Tensor joined(Tensor hidden, Tensor leaky);

  @Dense(units = 3)
  Tensor scores();

  @Activate(Activation.SOFTMAX)
  Tensor classes();
}
