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
public interface BlockForm {
  @Input(2)
  Tensor x();

  @Block(NoInterface/* ERROR: BLOCK_FORM "found class NoInterface; name an interface" */.class)
  Tensor a(Tensor x);

  @Block(NoInput/* ERROR: BLOCK_FORM "NoInput without an input" */.class)
  Tensor b(Tensor x);

  @Block(OnlyInput/* ERROR: BLOCK_FORM "OnlyInput with inputs only" */.class)
  Tensor c(Tensor x);

  @Block(Generic/* ERROR: BLOCK_FORM "type parameters of Generic; remove them" */.class)
  Tensor d(Tensor x);

  @Block(Extended/* ERROR: BLOCK_FORM "Extended extends others" */.class)
  Tensor e(Tensor x);

  @Block(int/* ERROR: BLOCK_FORM "found int.class" */.class)
  Tensor f(Tensor x);

  @Block(Two.class)
  Tensor /* ERROR: INPUT_COUNT "g: block Two takes 2 inputs (a, b), found 1" */ g(Tensor x);

  @Block(value = Good.class, repeat = /* ERROR: ATTRIBUTE_RANGE "repeat of @Block is 0; it must be from 1 to 1000" */ 0)
  Tensor h(Tensor x);

  @Dense(units = 1)
  Tensor answer(Tensor x);

  /** Has no layers. */
  class NoInterface {}

  /** Reads nothing. */
  interface NoInput {
    @Dense(units = 1)
    Tensor y();
  }

  /** Computes nothing. */
  interface OnlyInput {
    @Input
    Tensor x();
  }

  /** Has a type parameter. */
  interface Generic<T> {
    @Input
    Tensor x();

    @Dense(units = 1)
    Tensor y();
  }

  /** Has more layers above. */
  interface Extended extends Good {
    @Dense(units = 1)
    Tensor z();
  }

  /** Is well. */
  interface Good {
    @Input
    Tensor x();

    @Dense(units = 1)
    Tensor y();
  }

  /** Takes two. */
  interface Two {
    @Input
    Tensor a();

    @Input
    Tensor b();

    @Add
    Tensor sum(Tensor a, Tensor b);
  }
}
