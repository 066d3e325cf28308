package dev.annotron.selection;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.text.Numbers;
import dev.annotron.runtime.text.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a {@link Search} found; {@code toString} is a table. Immutable. */
public final class SearchResult {
  private final List<Trial> trials;
  private final String judge;
  private final boolean larger;

  SearchResult(List<Trial> trials, String judge, boolean larger) {
    this.judge = judge;
    this.larger = larger;
    // Asked of a single trial too, which sorting would not compare: it names a wrong metric.
    trials.forEach(this::badness);
    this.trials = trials.stream().sorted(Comparator.comparingDouble(this::badness)).toList();
  }

  /** All trials, the best first; those that diverged last. */
  public List<Trial> trials() {
    return trials;
  }

  /**
   * The best trial.
   *
   * @throws AnnotronException if every training diverged
   */
  public Trial best() {
    Trial best = trials.getFirst();
    if (best.validation() == null) {
      throw new AnnotronException(
          "all " + trials.size() + " trainings diverged",
          "at least one that did not",
          "Try smaller learning rates, and scale the features.");
    }
    return best;
  }

  private double badness(Trial trial) {
    Evaluation validation = trial.validation();
    if (validation == null) {
      return Double.POSITIVE_INFINITY;
    }
    double value = validation.metric(judge);
    return larger ? -value : value;
  }

  /** A line for each trial, the best first. */
  @Override
  public String toString() {
    List<String> measured = new ArrayList<>();
    for (Trial trial : trials) {
      if (trial.training() != null && measured.isEmpty()) {
        measured.addAll(Statistics.names(trial.training()));
      }
    }
    List<String> head = new ArrayList<>(trials.getFirst().values().keySet());
    Table table = new Table(head.size());
    head.addAll(measured);
    table.add(head);
    trials.forEach(trial -> table.add(line(trial, measured.size() / 2)));
    return String.join("\n", table.render());
  }

  private static List<String> line(Trial trial, int metrics) {
    List<String> cells = new ArrayList<>(trial.values().values());
    Evaluation training = trial.training();
    Evaluation validation = trial.validation();
    for (Evaluation part : new Evaluation[] {training, validation}) {
      for (int i = 0; i < metrics; i++) {
        cells.add(part == null ? "diverged" : Numbers.text(part.metric(part.names().get(i))));
      }
    }
    return cells;
  }
}
