package model;

import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public /* ERROR: LAYER_MISSING "inputs but no layer" */ interface LayerMissing {
  @Input(2)
  Tensor bits();
}
