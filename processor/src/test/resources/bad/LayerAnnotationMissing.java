package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface LayerAnnotationMissing {
  @Input(2)
  Tensor bits();

  Tensor /* ERROR: LAYER_ANNOTATION_MISSING "put a layer annotation on it, such as @Dense(units = 8)" */ hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
