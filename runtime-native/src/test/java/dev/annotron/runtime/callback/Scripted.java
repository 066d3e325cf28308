package dev.annotron.runtime.callback;

import dev.annotron.runtime.Callback;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Training;
import dev.annotron.runtime.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A training whose values are given, and which writes down what callbacks do to it. */
final class Scripted implements Training {
  final List<Path> checkpoints = new ArrayList<>();
  final List<Double> rates = new ArrayList<>();
  @Nullable String stopped;
  int kept;
  int restored;

  private final String name;
  private final double[] script;
  private int epoch;
  private double rate = 1;

  Scripted(String name, double... script) {
    this.name = name;
    this.script = script;
  }

  /** Goes on after some epochs, as if they had been trained before. */
  Scripted after(int epochs) {
    epoch = epochs;
    return this;
  }

  /** Trains to the end of the script, or until it is stopped. */
  Scripted run(Callback callback) {
    Callback.Observer observer = callback.begin(this);
    while (epoch < script.length && stopped == null) {
      epoch++;
      observer.epochEnd();
      rates.add(rate);
    }
    observer.end();
    return this;
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public int epochs() {
    return script.length;
  }

  @Override
  public int step() {
    return 0;
  }

  @Override
  public int steps() {
    return 1;
  }

  @Override
  public double loss() {
    return script[epoch - 1];
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public double value(String asked) {
    return script[epoch - 1];
  }

  @Override
  public Map<String, Double> values() {
    return Map.of(name, value(name));
  }

  @Override
  public History history() {
    return new History(Map.of(name, Arrays.copyOf(script, epoch)), false);
  }

  @Override
  public double learningRate() {
    return rate;
  }

  @Override
  public void learningRate(double value) {
    rate = value;
  }

  @Override
  public Weights weights() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void keepWeights() {
    kept = epoch;
  }

  @Override
  public void restoreWeights() {
    restored = kept;
  }

  @Override
  public void checkpoint(Path file) {
    checkpoints.add(file);
  }

  @Override
  public void stop(String why) {
    stopped = why;
  }
}
