package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** Uses the class that is generated from it, beside types that are called like java.lang's. */
@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface OwnClass {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();

  static OwnClassNet create() {
    return new OwnClassNet();
  }

  /** Holds one. */
  record Holder(OwnClassNet network) {}
}

final class Math {}

final class System {}

@interface Override {}
