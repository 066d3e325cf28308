package model;

import dev.annotron.Activate;
import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Frozen;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Shared;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface SharedLayer {
  @Input(2)
  Tensor x();

  @Shared(/* ERROR: SHARED_LAYER "there is no other @Dense above: remove @Shared" */ "second")
  @Dense(units = 2, activation = Activation.RELU)
  Tensor first();

  @Shared(/* ERROR: SHARED_LAYER "there is no firts above; such layers above are first" */ "firts")
  @Dense(units = 2)
  Tensor second();

  @Shared(/* ERROR: SHARED_KIND "found @Activate, and @Dense for second" */ "second")
  @Activate(Activation.RELU)
  Tensor third();

  @Shared("first")
  /* ERROR: MODIFIER_LAYER "@Frozen has nothing to say about @Shared weights" */ @Frozen
  @Dense(units = 2, activation = Activation.RELU)
  Tensor fourth();

  @Shared(/* ERROR: SHARED_KIND "takes a kernel[2,3], found [2,2]" */ "first")
  @Dense(units = 3)
  Tensor answer();
}
