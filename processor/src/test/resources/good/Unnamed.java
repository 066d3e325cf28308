import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_ABSOLUTE_ERROR, metrics = {})
interface Unnamed {
  @Input(1)
  Tensor x();

  @Dense(units = 1)
  Tensor y();
}
