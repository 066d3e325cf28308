package dev.annotron.examples.transformer;

import static dev.annotron.Activation.GELU;

import dev.annotron.Add;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.LayerNorm;
import dev.annotron.MultiHeadAttention;
import dev.annotron.Tensor;
import dev.annotron.TimeDistributed;

/** One layer of a decoder: each step looks back, and then thinks for itself. */
public interface Layer {
  @Input
  Tensor x();

  @LayerNorm
  Tensor calm(Tensor x);

  @MultiHeadAttention(numHeads = 4, keyDim = 12, causal = true)
  Tensor look(Tensor calm);

  @Add
  Tensor seen(Tensor x, Tensor look);

  @LayerNorm
  Tensor again(Tensor seen);

  @TimeDistributed
  @Dense(units = 96, activation = GELU)
  Tensor wide(Tensor again);

  @TimeDistributed
  @Dense(units = 48)
  Tensor thought(Tensor wide);

  @Add
  Tensor result(Tensor seen, Tensor thought);
}
