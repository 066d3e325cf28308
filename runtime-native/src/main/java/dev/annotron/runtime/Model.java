package dev.annotron.runtime;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A trainable network. The compiler generates the implementations, one per annotated interface.
 *
 * <p>Prediction is lock-free and safe from any number of threads while no thread trains. Memory
 * belongs to the model and goes with it; there is nothing to close.
 *
 * <p>A sample is one row of floats: the inputs one after another in declaration order, each with
 * its last axis fastest. A prediction holds the outputs alike, and a sample's targets in a data set
 * are those of the outputs, one after another.
 */
public interface Model extends Predicting {

  /** Trains with the annotated options. */
  History fit(Dataset data);

  /** Trains, and evaluates on {@code validation} after each epoch. */
  History fit(Dataset data, Dataset validation);

  /**
   * Trains; what {@code options} sets overrides the annotations. A second call goes on where the
   * first ended: two trainings of five epochs give the same bits as one of ten (with {@code @Ema}
   * they do not, as the averages take the weights' place at the end of each).
   *
   * <p>Interrupting the thread ends training after the step: the history of the epochs until then
   * is returned, the thread stays interrupted, and the model can be used.
   *
   * @throws DataException if the data does not fit the network or its loss; nothing is changed then
   * @throws DivergedException if a loss or a weight becomes infinite or NaN; the weights are those
   *     of the start of the last epoch that began well, and the optimizer starts anew
   * @throws IllegalStateException if another thread trains this model
   */
  History fit(Dataset data, FitOptions options);

  /**
   * Loss and metrics over a data set.
   *
   * @throws DataException if the data does not fit the network or its loss, or if a metric is asked
   *     for and a mask passes over all steps of all samples: Keras says 0 then, as of a perfect
   *     answer
   * @throws AnnotronException if the loss is infinite or NaN
   */
  Evaluation evaluate(Dataset data);

  /**
   * Loss and metrics of what another predicts for a data set, by this network's losses with their
   * numbers, weights of outputs and metrics: such as of an ensemble that this network belongs to.
   * Penalties of regularisers are not in this loss, as they are of a network's weights. Steps that
   * this network masks do not count.
   *
   * @throws DataException if the data does not fit the network or its loss
   * @throws IllegalArgumentException if a prediction has another number of values than this
   *     network's outputs
   * @throws AnnotronException if the loss is infinite or NaN
   * @throws UnsupportedOperationException if this is no generated network
   */
  default Evaluation evaluate(Dataset data, Predicting predictor) {
    throw new UnsupportedOperationException(
        AnnotronException.message(
            getClass() + " judges only itself", "a generated network", "Ask one of those."));
  }

  /** The weights, by names such as {@code "hidden/kernel"}: a live view. */
  Weights weights();

  /**
   * The loss of {@code batch} and its derivatives by every weight; changes nothing.
   *
   * @throws DataException if the data does not fit the network or its loss
   * @throws AnnotronException if the loss is infinite or NaN
   * @throws IllegalStateException if another thread trains this model
   */
  Gradients gradients(Dataset batch);

  /**
   * Writes the weights as a safetensors file, atomically: the old file stays until all is written.
   */
  void save(Path file) throws IOException;
}
