package dev.annotron.examples.resnet;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Activation.SOFTMAX;
import static dev.annotron.Padding.SAME;

import dev.annotron.Adam;
import dev.annotron.Block;
import dev.annotron.Conv2D;
import dev.annotron.Dense;
import dev.annotron.GlobalAveragePool2D;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.MaxPool2D;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Reshape;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** 28 × 28 pixels, three residual units at two sizes, the probabilities of the ten digits. */
@Network(name = "ResNetModel", seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 3,
    batchSize = 64)
@Adam(learningRate = 0.002)
public interface ResNet {
  @Input(784)
  Tensor pixels();

  @Reshape({28, 28, 1})
  Tensor picture();

  @Conv2D(filters = 16, kernelSize = 3, strides = 2, padding = SAME, activation = RELU)
  Tensor stem();

  @Block(ResidualUnit.class)
  Tensor fine();

  @MaxPool2D
  Tensor pooled();

  @Block(value = ResidualUnit.class, repeat = 2)
  Tensor coarse();

  @GlobalAveragePool2D
  Tensor features();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
