// OPTION: -Aannotron.memory=1m
package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR, batchSize = /* ERROR: MEMORY_LIMIT "but -Aannotron.memory allows 1.0" */ 100_000)
public interface MemoryLimit {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();
}
