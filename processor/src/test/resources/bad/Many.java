package model;

import dev.annotron.Activation;
import dev.annotron.Add;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Init;
import dev.annotron.Initializer;
import dev.annotron.Input;
import dev.annotron.LeakyRelu;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network(name = /* ERROR: CLASS_NAME_INVALID "no name" */ "no name")
@Train(
    loss = Loss.BINARY_CROSSENTROPY,
    epochs = /* ERROR: ATTRIBUTE_RANGE "epochs" */ 0,
    batchSize = /* ERROR: ATTRIBUTE_RANGE "batchSize" */ 0)
@Sgd(learningRate = /* ERROR: ATTRIBUTE_RANGE "learningRate" */ -1.0)
public interface Many {
  @Input(2)
  Tensor bits();

  @Dense(units = /* ERROR: ATTRIBUTE_RANGE "units" */ 0)
  Tensor hidden();

  @Dense(units = 3)
  Tensor wide(Tensor /* ERROR: LAYER_UNKNOWN "bits" */ bit);

  @Add
  Tensor sum(Tensor wide, Tensor hidden);

  Tensor /* ERROR: LAYER_ANNOTATION_MISSING "nothing" */ nothing();

  @Flatten
  /* ERROR: MODIFIER_LAYER "Init" */ @Init(Initializer.ONES)
  Tensor flat(Tensor bits);

  @LeakyRelu
  void /* ERROR: RETURN_TYPE "void" */ leaky();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer(Tensor leaky, Tensor /* ERROR: LAYER_ORDER "later" */ later);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor later(Tensor leaky);
}
