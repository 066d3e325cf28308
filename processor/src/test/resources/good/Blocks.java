package model;

import dev.annotron.Activation;
import dev.annotron.Add;
import dev.annotron.Block;
import dev.annotron.Dense;
import dev.annotron.Frozen;
import dev.annotron.Init;
import dev.annotron.Initializer;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Output;
import dev.annotron.Shared;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface Blocks {
  @Input(4)
  Tensor left();

  @Input(4)
  Tensor right();

  @Block(Tower.class)
  Tensor first(Tensor left);

  @Shared("first")
  @Block(Tower.class)
  Tensor second(Tensor right);

  @Add
  Tensor both(Tensor first, Tensor second);

  @Frozen
  @Block(Unit.class)
  Tensor steady();

  @Output(weight = 0.5)
  @Block(value = Unit.class, repeat = 2)
  Tensor units();

  @Dense(units = 4, activation = Activation.RELU)
  Tensor stem();

  @Shared("stem")
  @Dense(units = 4, activation = Activation.TANH)
  Tensor again();

  @Block(Mixed.class)
  Tensor answer(Tensor stem, Tensor again);

  /** Used by others. */
  interface Unit {
    @Input
    Tensor x();

    @Dense(units = 4, activation = Activation.RELU)
    @Init(Initializer.HE_NORMAL)
    Tensor hidden();

    @Add
    Tensor result(Tensor x, Tensor hidden);
  }

  /** Blocks in a block. */
  interface Tower {
    @Input(4)
    Tensor x();

    @Block(value = Unit.class, repeat = 3)
    Tensor units();

    @Block(Unit.class)
    Tensor last();

    @Shared("last")
    @Block(Unit.class)
    Tensor again();
  }

  /** Two inputs. */
  interface Mixed {
    @Input
    Tensor a();

    @Input
    Tensor b();

    @Add
    Tensor sum(Tensor a, Tensor b);
  }
}
