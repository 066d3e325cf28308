package dev.annotron.examples.autoencoder;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Activation.SIGMOID;
import static dev.annotron.Padding.SAME;

import dev.annotron.Adam;
import dev.annotron.Conv2D;
import dev.annotron.Conv2DTranspose;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Reshape;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** Down to 32 numbers by convolutions, and up again the same way: 784 pixels in and out. */
@Network(seed = 1)
@Train(loss = Loss.MEAN_SQUARED_ERROR, epochs = 3, batchSize = 64)
@Adam
public interface Autoencoder {
  @Input({28, 28, 1})
  Tensor pixels();

  @Conv2D(filters = 16, kernelSize = 3, strides = 2, padding = SAME, activation = RELU)
  Tensor half();

  @Conv2D(filters = 16, kernelSize = 3, strides = 2, padding = SAME, activation = RELU)
  Tensor quarter();

  @Flatten
  Tensor values();

  @Dense(units = 32, activation = RELU)
  Tensor code();

  @Dense(units = 784, activation = RELU)
  Tensor spread();

  @Reshape({7, 7, 16})
  Tensor small();

  @Conv2DTranspose(filters = 16, kernelSize = 3, strides = 2, padding = SAME, activation = RELU)
  Tensor larger();

  @Conv2DTranspose(filters = 1, kernelSize = 3, strides = 2, padding = SAME, activation = SIGMOID)
  Tensor picture();
}
