package model;

import dev.annotron.Activation;
import dev.annotron.Block;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Output;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface BlockInside {
  @Input(2)
  Tensor x();

  /* NOTE: LAYER_UNKNOWN "the block is used here" */ @Block(Unknown.class)
  Tensor a(Tensor x);

  /* NOTE: BLOCK_OUTPUT "the block is used here" */ @Block(Marked.class)
  Tensor b(Tensor x);

  /* NOTE: BLOCK_RECURSION "the block is used here" */ @Block(Endless.class)
  Tensor c(Tensor x);

  /* NOTE: ATTRIBUTE_RANGE "the block is used here" */ @Block(Outer.class)
  Tensor d(Tensor x);

  @Dense(units = 1)
  Tensor answer(Tensor x);

  /** Misspells. */
  interface Unknown {
    @Input
    Tensor x();

    @Dense(units = 1)
    Tensor hidden();

    @Dense(units = 1)
    Tensor z(Tensor /* ERROR: LAYER_UNKNOWN "a/z: parameters are named after layers, and there is no layer hiden; did you mean hidden?" */ hiden);
  }

  /** Has an output of its own. */
  interface Marked {
    @Input
    Tensor x();

    /* ERROR: BLOCK_OUTPUT "b/hidden: a block has one result" */ @Output
    @Dense(units = 1, activation = Activation.RELU)
    Tensor hidden();

    @Dense(units = 1)
    Tensor y();
  }

  /** Never ends. */
  interface Endless {
    @Input
    Tensor x();

    @Block(Endless/* ERROR: BLOCK_RECURSION "c/again: a block cannot be a part of itself, found @Block(Endless.class)" */.class)
    Tensor again();
  }

  /** Uses one with a mistake. */
  interface Outer {
    @Input
    Tensor x();

    @Block(Inner.class)
    Tensor inner();
  }

  /** Has a mistake. */
  interface Inner {
    @Input
    Tensor x();

    @Dense(units = /* ERROR: ATTRIBUTE_RANGE "d/inner/hidden: units of @Dense is 0" */ 0)
    Tensor hidden();
  }
}
