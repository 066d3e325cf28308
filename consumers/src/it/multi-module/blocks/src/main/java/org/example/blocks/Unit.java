package org.example.blocks;

import dev.annotron.Activation;
import dev.annotron.Add;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Tensor;

/** A residual unit, compiled in one module and used in another. */
public interface Unit {
  @Input
  Tensor x();

  @Dense(units = 4, activation = Activation.RELU)
  Tensor hidden();

  @Add
  Tensor sum(Tensor x, Tensor hidden);
}
