package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Dropout;
import dev.annotron.Input;
import dev.annotron.L2;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface ModifierLayerRange {
  @Input(2)
  Tensor bits();

  /* ERROR: MODIFIER_LAYER "dropped: @L2 has nothing to say about @Dropout; remove it" */ @L2(-1)
  @Dropout(0.5)
  Tensor dropped();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
