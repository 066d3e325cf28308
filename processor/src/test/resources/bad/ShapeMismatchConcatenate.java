package model;

import dev.annotron.Activation;
import dev.annotron.Concatenate;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface ShapeMismatchConcatenate {
  @Input({2, 3})
  Tensor left();

  @Input({3, 3})
  Tensor right();

  @Concatenate
  Tensor both(Tensor left, Tensor /* ERROR: SHAPE_MISMATCH "both: " */ right);

  @Flatten
  Tensor flat();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
