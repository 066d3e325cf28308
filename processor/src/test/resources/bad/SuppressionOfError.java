package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface SuppressionOfError {
  @Input(2)
  Tensor bits();

  @SuppressWarnings({"unused", /* WARNING: SUPPRESSION "this is an error, which is only mended; remove it" */ "annotron:SHAPE-RANK"})
  @Dense(units = 1)
  Tensor answer();
}
