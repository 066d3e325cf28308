package org.example.networks;

import dev.annotron.Block;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;
import org.example.blocks.Unit;

/** Uses a block of another module. */
@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface Units {
  @Input(4)
  Tensor x();

  @Block(value = Unit.class, repeat = 2)
  Tensor units();

  @Dense(units = 1)
  Tensor answer();
}
