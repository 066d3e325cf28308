package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.LeakyRelu;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** One mistake does not hide the next, although the layers read each other. */
@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface Chain {
  @Input({/* ERROR: ATTRIBUTE_RANGE "is 0" */ 0, /* ERROR: ATTRIBUTE_RANGE "is -1" */ -1})
  Tensor bits();

  @Dense(units = /* ERROR: ATTRIBUTE_RANGE "is -2" */ -2)
  Tensor hidden();

  @LeakyRelu(slope = /* ERROR: ATTRIBUTE_RANGE "is -3" */ -3)
  Tensor leaky();

  @Dense(units = /* ERROR: ATTRIBUTE_RANGE "is -4" */ -4, activation = Activation.RELU)
  Tensor lost(Tensor /* ERROR: LAYER_UNKNOWN "no layer leeky" */ leeky);

  @Dense(units = 1)
  Tensor answer();
}
