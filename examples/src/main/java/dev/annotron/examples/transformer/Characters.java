package dev.annotron.examples.transformer;

import static dev.annotron.Activation.SOFTMAX;
import static dev.annotron.InputType.INT;

import dev.annotron.Adam;
import dev.annotron.Block;
import dev.annotron.Dense;
import dev.annotron.Embedding;
import dev.annotron.Input;
import dev.annotron.LayerNorm;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.PositionalEmbedding;
import dev.annotron.Tensor;
import dev.annotron.TimeDistributed;
import dev.annotron.Train;

/** For each of 48 characters the probabilities of the one behind it. */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 4,
    batchSize = 32)
@Adam(learningRate = 0.003)
public interface Characters {
  @Input(value = 48, type = INT)
  Tensor ids();

  @Embedding(inputDim = 27, outputDim = 48)
  Tensor characters();

  @PositionalEmbedding
  Tensor places();

  @Block(value = Layer.class, repeat = 2)
  Tensor layers();

  @LayerNorm
  Tensor calm();

  @TimeDistributed
  @Dense(units = 27, activation = SOFTMAX)
  Tensor next();
}
