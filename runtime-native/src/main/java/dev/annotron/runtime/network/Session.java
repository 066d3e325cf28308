package dev.annotron.runtime.network;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Training;
import dev.annotron.runtime.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One training as its callbacks see it. */
final class Session<S> implements Training {
  private final Stand<S> stand;
  private final HistoryRecorder recorder;
  private final Outcome<S> outcome;
  private final Halt halt;
  private final int epochs;
  private final int steps;
  private final List<Path> checkpoints = new ArrayList<>();
  private int epoch;
  private int step;
  private boolean within;

  Session(Stand<S> stand, Outcome<S> outcome, Halt halt, int epochs, int steps) {
    this.stand = stand;
    this.recorder = stand.recorder();
    this.outcome = outcome;
    this.halt = halt;
    this.epochs = epochs;
    this.steps = steps;
    this.epoch = recorder.epochs();
  }

  /** The next epoch begins. */
  void begin(int number) {
    epoch = number;
    step = 0;
    within = true;
  }

  /** A step was taken. */
  void stepped(int number) {
    step = number;
  }

  /** The epoch is over and recorded. */
  void recorded() {
    within = false;
  }

  boolean wantsCheckpoints() {
    return !checkpoints.isEmpty();
  }

  /** The checkpoints asked for since the last call. */
  List<Path> takeCheckpoints() {
    List<Path> taken = List.copyOf(checkpoints);
    checkpoints.clear();
    return taken;
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public int epochs() {
    return epochs;
  }

  @Override
  public int step() {
    return step;
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public double loss() {
    return outcome.loss();
  }

  @Override
  public List<String> names() {
    return Collections.unmodifiableList(recorder.names());
  }

  @Override
  public double value(String name) {
    int index = recorder.names().indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              "there is no value \"" + name + "\"",
              "one of " + recorder.names(),
              "Name it in @Train(metrics), or give validation data."));
    }
    if (isSoFar(index)) {
      return index == 0 ? outcome.loss() : outcome.value(index - 1);
    }
    if (recorder.epochs() == 0) {
      throw new IllegalStateException(
          AnnotronException.message(
              "no epoch has ended yet, so there is no " + name,
              "at least one",
              "Look at it when an epoch ends."));
    }
    return recorder.last(index);
  }

  /**
   * Within an epoch, training values are there, except metrics while masks have passed over all
   * steps; and those of validation are not.
   */
  private boolean isSoFar(int index) {
    return within && step > 0 && index <= outcome.count() && (index == 0 || outcome.has(index - 1));
  }

  @Override
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < recorder.names().size(); i++) {
      String name = recorder.names().get(i);
      if (i == 0 || isSoFar(i) || recorder.epochs() > 0) {
        values.put(name, value(name));
      }
    }
    return Collections.unmodifiableMap(values);
  }

  @Override
  public History history() {
    return recorder.history(false, null);
  }

  @Override
  public double learningRate() {
    return stand.memory().rate(stand.pace().schedule());
  }

  @Override
  public void learningRate(double value) {
    stand.pace().set(new FitOptions().learningRate(value).learningRate().getAsDouble());
  }

  @Override
  public Weights weights() {
    return new StoredWeights(stand.parts());
  }

  @Override
  public void keepWeights() {
    Parts<S> parts = stand.parts();
    parts.storage().copy(parts.weights(), stand.memory().makeBest(), parts.parameterCount());
  }

  @Override
  public void restoreWeights() {
    Parts<S> parts = stand.parts();
    S best = stand.memory().best();
    if (best != null) {
      parts.storage().copy(best, parts.weights(), parts.parameterCount());
    }
  }

  @Override
  public void checkpoint(Path file) {
    if (within) {
      throw new IllegalStateException(
          AnnotronException.message(
              "a checkpoint within epoch " + epoch,
              "the end of an epoch",
              "Ask for it in onEpochEnd; resuming starts with a whole epoch."));
    }
    checkpoints.add(file);
  }

  @Override
  public void stop(String why) {
    halt.stop(why);
  }
}
