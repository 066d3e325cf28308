package model;

import dev.annotron.Activation;
import dev.annotron.Block;
import dev.annotron.Dense;
import dev.annotron.Embedding;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.InputType;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface WordIds {
  @Input(value = 4, type = InputType.INT)
  Tensor words();

  @Block(Encoder.class)
  Tensor encoded();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();

  /** Reads ids under a name of its own. */
  interface Encoder {
    @Input
    Tensor ids();

    @Embedding(inputDim = 7, outputDim = 3)
    Tensor rows();

    @Flatten
    Tensor flat();
  }
}
