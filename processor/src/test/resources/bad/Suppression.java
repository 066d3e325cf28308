package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
@SuppressWarnings(/* WARNING: SUPPRESSION "there is no such warning; did you mean annotron:LAYER-UNUSED?" */ "annotron:LAYER-UNSED")
public interface Suppression {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();
}
