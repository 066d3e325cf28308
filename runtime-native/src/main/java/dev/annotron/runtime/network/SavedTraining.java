package dev.annotron.runtime.network;

import dev.annotron.runtime.file.Tensor;
import dev.annotron.runtime.file.WeightFile;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes a training to a checkpoint; {@link ResumedTraining} takes it back. A checkpoint is a weight
 * file with more: tensors whose names begin with {@code @}, which no layer's can, for the
 * optimizer's memory, the best weights and the history, and numbers that count in the metadata.
 */
final class SavedTraining {
  static final String OPTIMIZER = "annotron.optimizer";
  static final String STEPS = "annotron.steps";
  static final String ORDERS = "annotron.orders";
  static final String ORDER_SEED = "annotron.order_seed";
  static final String DRAW_SEED = "annotron.draw_seed";
  static final String SAMPLES = "annotron.samples";
  static final String SAMPLE_WEIGHTS = "annotron.sample_weights";
  static final String LEARNING_RATE = "annotron.learning_rate";

  static final String STATE = WeightFit.EXTRA + "optimizer";
  static final String BEST = WeightFit.EXTRA + "best/";
  static final String HISTORY = WeightFit.EXTRA + "history/";

  private SavedTraining() {}

  static <S> void write(Path file, Stand<S> stand, Seeds seeds) throws IOException {
    WeightFile.write(file, metadata(stand, seeds), tensors(stand));
  }

  private static Map<String, String> metadata(Stand<?> stand, Seeds seeds) {
    Architecture architecture = stand.parts().architecture();
    Map<String, String> metadata = SavedWeights.metadata(architecture);
    metadata.put(OPTIMIZER, architecture.optimizer().name());
    metadata.put(STEPS, Long.toString(stand.memory().steps()));
    metadata.put(ORDERS, Long.toString(stand.memory().orders()));
    metadata.put(ORDER_SEED, Long.toString(seeds.orders()));
    metadata.put(DRAW_SEED, Long.toString(seeds.draws()));
    metadata.put(SAMPLES, Integer.toString(stand.memory().data().samples()));
    metadata.put(SAMPLE_WEIGHTS, Long.toString(stand.memory().data().weights()));
    metadata.put(LEARNING_RATE, Double.toString(stand.pace().set()));
    return metadata;
  }

  private static <S> List<Tensor> tensors(Stand<S> stand) {
    Parts<S> parts = stand.parts();
    List<Tensor> tensors = new ArrayList<>();
    SavedWeights.add(tensors, "", parts, parts.weights());
    S best = stand.memory().best();
    if (best != null) {
      SavedWeights.add(tensors, BEST, parts, best);
    }
    MemorySegment state = parts.storage().view(stand.memory().state());
    tensors.add(new Tensor(STATE, stateShape(parts.architecture()), state));
    HistoryRecorder recorder = stand.recorder();
    for (int i = 0; i < recorder.names().size(); i++) {
      List<Integer> shape = List.of(recorder.epochs(), Doubles.FLOATS);
      MemorySegment values = MemorySegment.ofArray(Doubles.split(recorder.values(i)));
      tensors.add(new Tensor(HISTORY + recorder.names().get(i), shape, values));
    }
    return tensors;
  }

  /** A row for each float that the optimizer keeps of a weight. */
  static List<Integer> stateShape(Architecture architecture) {
    return List.of(architecture.optimizer().slots(), architecture.trained());
  }
}
