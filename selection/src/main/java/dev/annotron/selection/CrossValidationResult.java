package dev.annotron.selection;

import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.text.Numbers;
import dev.annotron.runtime.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a {@link CrossValidation} measured; {@code toString} is a table. Immutable. */
public final class CrossValidationResult {
  private final int folds;
  private final List<FoldResult> results;

  CrossValidationResult(int folds, List<FoldResult> results) {
    this.folds = folds;
    this.results = List.copyOf(results);
  }

  /** One for each fold of each repeat, in order. */
  public List<FoldResult> results() {
    return results;
  }

  /** The trained networks, such as for an {@link Ensemble}. */
  public List<Model> models() {
    return results.stream().map(FoldResult::model).toList();
  }

  /**
   * The mean of a value over all folds.
   *
   * @param name {@code "loss"} or a metric on the training part, or with {@code "val_"} before it,
   *     on the part that judges
   * @throws IllegalArgumentException if it was not measured
   */
  public double mean(String name) {
    return Statistics.mean(values(name));
  }

  /** The standard deviation of a value over the folds, of a sample: divided by n - 1. */
  public double std(String name) {
    return Statistics.std(values(name));
  }

  /** The values of all folds; see {@link #mean}. */
  public double[] values(String name) {
    boolean validation = name.startsWith(Statistics.VALIDATION);
    String metric = validation ? name.substring(Statistics.VALIDATION.length()) : name;
    Function<FoldResult, Evaluation> part =
        validation ? FoldResult::validation : FoldResult::training;
    return results.stream().mapToDouble(result -> part.apply(result).metric(metric)).toArray();
  }

  /** A line for each fold, and below them the mean and the standard deviation. */
  @Override
  public String toString() {
    List<String> names = Statistics.names(results.getFirst().training());
    Table table = new Table(2);
    table.add(line("repeat", "fold", names));
    for (int i = 0; i < results.size(); i++) {
      List<String> cells = new ArrayList<>();
      for (String name : names) {
        cells.add(Numbers.text(values(name)[i]));
      }
      table.add(line(Integer.toString(i / folds + 1), Integer.toString(i % folds + 1), cells));
    }
    table.add(line("mean", "", names.stream().map(name -> Numbers.text(mean(name))).toList()));
    table.add(line("std", "", names.stream().map(name -> Numbers.text(std(name))).toList()));
    return String.join("\n", table.render());
  }

  private static List<String> line(String first, String second, List<String> cells) {
    List<String> line = new ArrayList<>(List.of(first, second));
    line.addAll(cells);
    return line;
  }
}
