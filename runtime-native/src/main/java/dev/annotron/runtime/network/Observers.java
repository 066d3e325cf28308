package dev.annotron.runtime.network;

import dev.annotron.runtime.Callback;
import dev.annotron.runtime.CheckpointException;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The callbacks of one training, and the checkpoints that they ask for. */
final class Observers<S> {
  private final Stand<S> stand;
  private final Seeds seeds;
  private final Session<S> session;
  private final List<Callback> callbacks;
  private final List<Consumer<Training>> batchEnds;
  private final List<Callback.Observer> observers = new ArrayList<>();

  Observers(Stand<S> stand, Seeds seeds, Session<S> session, FitOptions options) {
    this.stand = stand;
    this.seeds = seeds;
    this.session = session;
    this.callbacks = options.callbacks();
    this.batchEnds = options.batchEnds();
  }

  void begin() {
    for (int i = 0; i < callbacks.size(); i++) {
      observers.add(callbacks.get(i).begin(session));
    }
  }

  /** No iterator here: a step allocates nothing. */
  void batchEnd() {
    for (int i = 0; i < batchEnds.size(); i++) {
      batchEnds.get(i).accept(session);
    }
  }

  /** Checkpoints come last, so that they have what the callbacks changed. */
  void epochEnd() {
    for (int i = 0; i < observers.size(); i++) {
      observers.get(i).epochEnd();
    }
    write();
  }

  void end() {
    for (int i = 0; i < observers.size(); i++) {
      observers.get(i).end();
    }
    stand.memory().forgetBest();
  }

  private void write() {
    if (!session.wantsCheckpoints()) {
      return;
    }
    for (Path file : session.takeCheckpoints()) {
      try {
        SavedTraining.write(file, stand, seeds);
      } catch (IOException e) {
        throw new CheckpointException(e);
      }
    }
  }
}
