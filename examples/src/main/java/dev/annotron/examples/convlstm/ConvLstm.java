package dev.annotron.examples.convlstm;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Activation.SOFTMAX;
import static dev.annotron.Padding.SAME;

import dev.annotron.Adam;
import dev.annotron.Conv1D;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Lstm;
import dev.annotron.MaxPool1D;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** The convolution sees three rows at a time; the recurrence remembers them in their order. */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 3,
    batchSize = 64)
@Adam(learningRate = 0.002)
public interface ConvLstm {
  @Input({28, 28})
  Tensor rows();

  @Conv1D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU)
  Tensor strokes();

  @MaxPool1D
  Tensor strongest();

  @Lstm(units = 64)
  Tensor memory();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
