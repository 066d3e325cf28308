package dev.annotron.runtime.network;

import dev.annotron.runtime.WeightFileException;
import dev.annotron.runtime.file.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides from its header whether a checkpoint belongs to a training.
 *
 * @param values the names of what the training measures
 * @param data what the training learns from
 * @param source what messages call the file
 */
record CheckpointFit(
    Architecture architecture, List<String> values, TrainedData data, String source) {

  private static final String OTHER_DATA =
      "Resume with the data of before, or load the weights alone and train anew.";

  /** Returns if the file fits, else throws a {@link WeightFileException} with one sentence. */
  void check(Header header) {
    new WeightFit(architecture, source).check(header);
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    for (Header.Entry entry : header.entries()) {
      shapes.put(entry.name(), entry.shape());
    }
    optimizer(header.metadata().get(SavedTraining.OPTIMIZER), shapes.get(SavedTraining.STATE));
    history(shapes);
    data(header.metadata());
    best(shapes);
  }

  private void data(Map<String, String> metadata) {
    String samples = metadata.get(SavedTraining.SAMPLES);
    if (!Integer.toString(data.samples()).equals(samples)) {
      throw new WeightFileException(
          source + " is of a training with " + samples + " samples",
          data.samples() + " as in this one",
          OTHER_DATA);
    }
    if (!Long.toString(data.weights()).equals(metadata.get(SavedTraining.SAMPLE_WEIGHTS))) {
      throw new WeightFileException(
          source + " is of a training whose samples had other weights",
          "those of the samples and classes of this one",
          OTHER_DATA);
    }
  }

  private void optimizer(@Nullable String found, @Nullable List<Integer> memory) {
    if (found == null) {
      throw new WeightFileException(
          source + " has weights and nothing else",
          "a checkpoint",
          "Load it as a weight file, or resume from what a ModelCheckpoint wrote.");
    }
    String expected = architecture.optimizer().name();
    List<Integer> shape = SavedTraining.stateShape(architecture);
    if (!found.equals(expected) || !shape.equals(memory)) {
      throw new WeightFileException(
          source + " is of a training with the optimizer " + found + " and its memory " + memory,
          expected + " and " + shape + " as in " + architecture.name(),
          "Resume with the optimizer of before, or load the weights alone and train anew.");
    }
  }

  private void history(Map<String, List<Integer>> shapes) {
    List<String> found = new ArrayList<>();
    List<List<Integer>> different = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> entry : shapes.entrySet()) {
      if (entry.getKey().startsWith(SavedTraining.HISTORY)) {
        found.add(entry.getKey().substring(SavedTraining.HISTORY.length()));
        if (!different.contains(entry.getValue())) {
          different.add(entry.getValue());
        }
      }
    }
    if (!found.equals(values)) {
      throw new WeightFileException(
          source + " has a history of " + found,
          values.toString(),
          "Resume with the metrics of before, and with validation data where there was some.");
    }
    List<Integer> shape = different.getFirst();
    if (different.size() > 1 || shape.size() != 2 || shape.getLast() != Doubles.FLOATS) {
      throw new WeightFileException(
          source + " has a history of " + different,
          "one value for each epoch and name",
          "It is damaged; resume from another.");
    }
  }

  private void best(Map<String, List<Integer>> shapes) {
    List<String> best = new ArrayList<>();
    for (Architecture.Parameter parameter : architecture.parameters()) {
      if (parameter.shape().equals(shapes.get(SavedTraining.BEST + parameter.name()))) {
        best.add(parameter.name());
      }
    }
    int all = 0;
    for (String name : shapes.keySet()) {
      all += name.startsWith(SavedTraining.BEST) ? 1 : 0;
    }
    if (all != best.size() || (all != 0 && all != architecture.parameters().size())) {
      throw new WeightFileException(
          source + " has " + all + " tensors of best weights, and of this network " + best,
          "all of them or none",
          "It is damaged; resume from another.");
    }
  }
}
