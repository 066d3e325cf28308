package dev.annotron.examples.concrete;

import static dev.annotron.Activation.RELU;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** Seven ingredients and the age of a concrete in, its compressive strength in MPa out. */
@Network(seed = 1)
@Train(loss = Loss.MEAN_ABSOLUTE_ERROR, epochs = 50, batchSize = 32)
@Adam
public interface Concrete {
  @Input(8)
  Tensor recipe();

  @Dense(units = 512, activation = RELU)
  Tensor hidden1();

  @Dense(units = 512, activation = RELU)
  Tensor hidden2();

  @Dense(units = 512, activation = RELU)
  Tensor hidden3();

  @Dense(units = 1)
  Tensor strength();
}
