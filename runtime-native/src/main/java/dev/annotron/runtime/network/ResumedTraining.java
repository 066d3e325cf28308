package dev.annotron.runtime.network;

import dev.annotron.runtime.CheckpointException;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.WeightFileException;
import dev.annotron.runtime.file.Tensor;
import dev.annotron.runtime.file.WeightFile;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes a training back from a checkpoint, as {@link SavedTraining} wrote it. */
final class ResumedTraining {
  private final Map<String, String> metadata;
  private final Map<String, float[]> values = new LinkedHashMap<>();
  private final String source;

  /**
   * Reads the values.
   *
   * @param contents of a checkpoint whose header fits
   * @param source what messages call the file
   */
  private ResumedTraining(WeightFile.Contents contents, String source) {
    this.metadata = contents.metadata();
    this.source = source;
    for (Tensor tensor : contents.tensors()) {
      values.put(tensor.name(), tensor.data().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED));
    }
  }

  /** Goes on from the options' checkpoint; false if they have none or there is no file yet. */
  static boolean resume(Stand<?> stand, FitOptions options) {
    Path file = options.resume().orElse(null);
    if (file == null || Files.notExists(file)) {
      return false;
    }
    Architecture architecture = stand.parts().architecture();
    CheckpointFit fit =
        new CheckpointFit(
            architecture, stand.recorder().names(), stand.memory().data(), file.toString());
    try {
      WeightFile.Contents contents = WeightFile.read(file, fit::check);
      new ResumedTraining(contents, fit.source()).put(stand, contents);
    } catch (IOException e) {
      throw new CheckpointException(e);
    }
    return true;
  }

  /** Puts everything in; all that can be wrong is looked at before anything changes. */
  private <S> void put(Stand<S> stand, WeightFile.Contents contents) {
    Parts<S> parts = stand.parts();
    TrainingMemory<S> memory = stand.memory();
    Seeds seeds = new Seeds(whole(SavedTraining.ORDER_SEED), whole(SavedTraining.DRAW_SEED));
    long steps = whole(SavedTraining.STEPS);
    long orders = whole(SavedTraining.ORDERS);
    double rate = number(SavedTraining.LEARNING_RATE);
    SavedWeights.put(parts, contents.tensors(), source);
    memory.resume(seeds, steps, orders);
    memory.forgetBest();
    for (Architecture.Parameter parameter : parts.architecture().parameters()) {
      float[] best = values.get(SavedTraining.BEST + parameter.name());
      if (best != null) {
        parts.storage().write(best, 0, memory.makeBest(), parameter.at(), best.length);
      }
    }
    float[] state = column(SavedTraining.STATE);
    parts.storage().write(state, 0, memory.state(), 0, state.length);
    stand.recorder().resume(history(stand.recorder()));
    stand.pace().set(rate);
  }

  private double[][] history(HistoryRecorder recorder) {
    double[][] columns = new double[recorder.names().size()][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Doubles.join(column(SavedTraining.HISTORY + recorder.names().get(i)));
    }
    return columns;
  }

  private float[] column(String name) {
    return values.getOrDefault(name, new float[0]);
  }

  private long whole(String name) {
    try {
      return Long.parseLong(metadata.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw damaged(name);
    }
  }

  private double number(String name) {
    try {
      return Double.parseDouble(metadata.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw damaged(name);
    }
  }

  private WeightFileException damaged(String name) {
    return new WeightFileException(
        source + " has \"" + metadata.get(name) + "\" as " + name,
        "a number",
        "It is damaged; resume from another.");
  }
}
