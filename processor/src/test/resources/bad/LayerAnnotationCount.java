package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface LayerAnnotationCount {
  @Input(2)
  Tensor bits();

  @Dense(units = 3)
  /* ERROR: LAYER_ANNOTATION_COUNT "found @Dense and @Flatten" */ @Flatten
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
