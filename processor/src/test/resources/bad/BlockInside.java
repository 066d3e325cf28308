package model;

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

  /* ERROR: LAYER_UNKNOWN "a/z: parameters are named after layers, and there is no layer hiden" */ @Block(Unknown.class)
  Tensor a(Tensor x);

  /* ERROR: BLOCK_OUTPUT "b/hidden: a block has one result" */ @Block(Marked.class)
  Tensor b(Tensor x);

  /* ERROR: BLOCK_RECURSION "c/again: a block cannot be a part of itself, found @Block(Endless.class)" */ @Block(Endless.class)
  Tensor c(Tensor x);

  /* ERROR: ATTRIBUTE_RANGE "d/inner/hidden: units of @Dense is 0" */ @Block(Outer.class)
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
    Tensor z(Tensor /* ERROR: LAYER_UNKNOWN "did you mean hidden?" */ hiden);
  }

  /** Has an output of its own. */
  interface Marked {
    @Input
    Tensor x();

    /* ERROR: BLOCK_OUTPUT "put @Output beside the @Block" */ @Output
    @Dense(units = 1)
    Tensor hidden();

    @Dense(units = 1)
    Tensor y();
  }

  /** Never ends. */
  interface Endless {
    @Input
    Tensor x();

    @Block(Endless/* ERROR: BLOCK_RECURSION "use another block here" */.class)
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

    @Dense(units = /* ERROR: ATTRIBUTE_RANGE "it must be at least 1" */ 0)
    Tensor hidden();
  }
}
