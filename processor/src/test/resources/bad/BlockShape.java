package model;

import dev.annotron.Add;
import dev.annotron.Block;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface BlockShape {
  @Input(2)
  Tensor bits();

  /* NOTE: SHAPE_MISMATCH "the block is used here" */ @Block(Unit.class)
  Tensor unit();

  /* NOTE: SHAPE_MISMATCH "the block is used here" */ @Block(Fixed.class)
  Tensor fixed(Tensor bits);

  @Add
  Tensor answer(Tensor unit, Tensor fixed);

  /** Keeps its shape only if that is 3. */
  interface Unit {
    @Input
    Tensor x();

    @Dense(units = 3)
    Tensor hidden();

    @Add
    Tensor sum(Tensor x, Tensor /* ERROR: SHAPE_MISMATCH "(unit/x[2], unit/hidden[3]) → unit/sum" */ hidden);
  }

  /** Takes 3 values. */
  interface Fixed {
    @Input(/* ERROR: SHAPE_MISMATCH "fixed/x: this input of the block takes [3], found [2]" */ 3)
    Tensor x();

    @Dense(units = 1)
    Tensor y();
  }
}
