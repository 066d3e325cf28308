package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface InputAnnotationMissing {
  Tensor /* ERROR: LAYER_ANNOTATION_MISSING "nothing says what this layer is" */ bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
