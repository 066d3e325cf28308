package model;

import dev.annotron.Activation;
import dev.annotron.Concatenate;
import dev.annotron.Dense;
import dev.annotron.Dropout;
import dev.annotron.Gru;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Lstm;
import dev.annotron.MultiHeadAttention;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface LstmLastState {
  @Input({6, 2})
  Tensor steps();

  @Lstm(units = 4)
  Tensor first();

  /* ERROR: SHAPE_RANK "Gru takes rank 2 (steps, features), found rank 1 (steps[6,2] → first[4] → second); set returnSequences = true in first" */ @Gru(units = 3)
  Tensor second();

  @Dropout(0.2)
  Tensor dropped(Tensor first);

  /* ERROR: SHAPE_RANK "(steps[6,2] → first[4] → dropped[4] → third); set returnSequences = true in first" */ @MultiHeadAttention(numHeads = 2, keyDim = 3)
  Tensor third();

  @Dense(units = 3, activation = Activation.TANH)
  Tensor dense(Tensor first);

  /* ERROR: SHAPE_RANK "→ fourth); put @Reshape before it" */ @Lstm(units = 3)
  Tensor fourth();

  @Concatenate
  Tensor joined(Tensor second, Tensor third, Tensor fourth);

  @Dense(units = 1)
  Tensor answer();
}
