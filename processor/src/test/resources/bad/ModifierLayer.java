package model;

import dev.annotron.Activate;
import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Init;
import dev.annotron.Initializer;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface ModifierLayer {
  @Input(2)
  Tensor bits();

  @Dense(units = 3)
  Tensor hidden();

  @Activate(Activation.RELU)
  /* ERROR: MODIFIER_LAYER "@Init has nothing to say about @Activate" */ @Init(Initializer.ONES)
  Tensor activated();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
