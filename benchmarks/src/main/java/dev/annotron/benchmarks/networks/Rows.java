package dev.annotron.benchmarks.networks;

import dev.annotron.Activation;
import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Lstm;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** 28 steps of 28 values, an LSTM of 128 units, 10 classes. */
@Network
@Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY, batchSize = 64)
@Adam
public interface Rows {
  @Input({28, 28})
  Tensor rows();

  @Lstm(units = 128)
  Tensor last();

  @Dense(units = 10, activation = Activation.SOFTMAX)
  Tensor digit();
}
