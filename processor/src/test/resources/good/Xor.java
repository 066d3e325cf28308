package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;
import dev.annotron.runtime.Dataset;
import java.util.function.Supplier;

@Network(seed = 7)
@Train(
    loss = Loss.BINARY_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 1000,
    batchSize = 4,
    data = Xor.TruthTable.class)
@Sgd(learningRate = 0.1, momentum = 0.9, nesterov = true)
public interface Xor {
  @Input(2)
  Tensor bits();

  @Dense(units = 8, activation = Activation.RELU)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();

  /** A data class may be nested; interfaces make their members public. */
  final class TruthTable implements Supplier<Dataset> {
    @Override
    public Dataset get() {
      throw new IllegalStateException();
    }
  }
}
