package dev.annotron.examples.concrete;

import static dev.annotron.Activation.RELU;

import dev.annotron.Activate;
import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** {@link Concrete} with its activations as layers of their own. */
@Network(seed = 1)
@Train(loss = Loss.MEAN_ABSOLUTE_ERROR, epochs = 50, batchSize = 32)
@Adam
public interface ConcreteLayers {
  @Input(8)
  Tensor recipe();

  @Dense(units = 512)
  Tensor hidden1();

  @Activate(RELU)
  Tensor active1();

  @Dense(units = 512)
  Tensor hidden2();

  @Activate(RELU)
  Tensor active2();

  @Dense(units = 512)
  Tensor hidden3();

  @Activate(RELU)
  Tensor active3();

  @Dense(units = 1)
  Tensor strength();
}
