package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Learns an encoder: one pass for categories, classes and fills, another for the scales. */
final class Fitting {
  private final Table training;
  private final List<Learner> learners;
  private final Goal goal;

  private Fitting(Table training, List<Learner> learners, Goal goal) {
    this.training = training;
    this.learners = learners;
    this.goal = goal;
  }

  static Encoder fit(Table training, List<Learner> learners, Goal goal) {
    Fitting fitting = new Fitting(training, learners, goal);
    Goal learned = fitting.values();
    fitting.scales();
    return new Encoder(learners.stream().map(Learner::scaled).toList(), learned);
  }

  private Goal values() {
    TreeSet<String> classes = new TreeSet<>();
    int[] seen = {0};
    visit(
        line -> {
          seen[0]++;
          for (Learner learner : learners) {
            String text = line.text(learner.column());
            learner.learn(line, text, goal.missing(text));
          }
          if (goal.classNames() != null) {
            classes.add(goal.present(line, goal.targets().getFirst()));
          }
        });
    if (seen[0] == 0) {
      throw new DataException(
          "The policy dropRow() leaves no line of " + training.file(),
          "at least 1 to learn from",
          "Fill missing values, or leave the column out that has so many.");
    }
    return goal.classNames() == null ? goal : goal.withClasses(List.copyOf(classes));
  }

  private void scales() {
    List<Feature> features = learners.stream().map(Learner::feature).toList();
    visit(
        line -> {
          for (int i = 0; i < features.size(); i++) {
            if (features.get(i) instanceof Feature.OfNumber number) {
              String text = line.text(number.column());
              learners
                  .get(i)
                  .scale(goal.missing(text) ? number.fill() : line.number(number.column(), text));
            }
          }
        });
  }

  /** Visits the lines that are not left out. */
  private void visit(Consumer<Texts> visitor) {
    List<String> columns = new ArrayList<>(goal.targets());
    learners.forEach(learner -> columns.add(learner.column()));
    training.forEach(
        columns,
        line -> {
          if (!drops(line)) {
            visitor.accept(line);
          }
        });
  }

  private boolean drops(Texts line) {
    for (Learner learner : learners) {
      if (learner.drops() && goal.missing(line.text(learner.column()))) {
        return true;
      }
    }
    return goal.drops(line);
  }
}
