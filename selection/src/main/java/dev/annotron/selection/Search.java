package dev.annotron.selection;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.DivergedException;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tries options out and says which are best. Immutable; each method gives a new one.
 *
 * <pre>{@code
 * SearchResult result =
 *     Search.grid()
 *         .vary("learningRate", FitOptions::learningRate, 0.1, 0.01, 0.001)
 *         .vary("batchSize", FitOptions::batchSize, 16, 64)
 *         .run(parts, PlantsNet::new, new FitOptions().epochs(20));
 * network.fit(data, result.best().options());
 * }</pre>
 *
 * <p>Costs a training for each trial. The result depends on the arguments alone, whatever the
 * number of threads.
 */
@SuppressWarnings("exports") // Of @Nullable: who requires us may do without JSpecify.
public final class Search {
  /** More are no search, and would not fit a table. */
  private static final int MOST = 1_000_000;

  private final int trials;
  private final List<Axis> axes;
  private final String judge;
  private final boolean larger;
  private final long seed;
  private final int threads;

  private Search(
      int trials, List<Axis> axes, String judge, boolean larger, long seed, int threads) {
    this.trials = trials;
    this.axes = axes;
    this.judge = judge;
    this.larger = larger;
    this.seed = seed;
    this.threads = threads;
  }

  /** Something that varies: the number of its values, 0 if any number, and how to set one. */
  private record Axis(String name, int count, Setter setter) {}

  /** Sets a value: the one at {@code index}, or where {@code chance} from 0 to 1 points. */
  private interface Setter {
    Setting apply(FitOptions options, int index, double chance);
  }

  /** Options, and the value that they were given last, in words. */
  private record Setting(FitOptions options, String value) {}

  /** Tries all combinations of the values. */
  public static Search grid() {
    return new Search(0, List.of(), "loss", false, 0, Parallel.threads());
  }

  /**
   * Tries combinations that are chosen by chance.
   *
   * @throws IllegalArgumentException if {@code trials} is below 1
   */
  public static Search random(int trials) {
    if (trials < 1) {
      throw new IllegalArgumentException(
          AnnotronException.message("trials is " + trials, "at least 1", "Try 20."));
    }
    return new Search(trials, List.of(), "loss", false, 0, Parallel.threads());
  }

  /**
   * Varies an option.
   *
   * @param name what it is called in the result
   * @param option sets it, such as {@code FitOptions::batchSize}
   * @param values what is tried
   * @throws IllegalArgumentException if there is no value
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // Copied at once, and read only.
  public final <V> Search vary(
      String name, BiFunction<FitOptions, V, FitOptions> option, V... values) {
    List<V> all = List.of(values);
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          AnnotronException.message(name + " has no value", "at least 1", "Name some."));
    }
    return with(
        new Axis(
            name,
            all.size(),
            (options, index, chance) -> {
              V value = all.get(index);
              return new Setting(option.apply(options, value), String.valueOf(value));
            }));
  }

  /**
   * Varies an option over a range, evenly in its logarithm; for {@link #random} only.
   *
   * @throws IllegalArgumentException unless {@code 0 < least < most}, or in a grid
   */
  public Search range(
      String name, BiFunction<FitOptions, Double, FitOptions> option, double least, double most) {
    if (!(least > 0 && least < most && most < Double.POSITIVE_INFINITY) || trials == 0) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              name + " varies from " + least + " to " + most + (trials == 0 ? " in a grid" : ""),
              "0 < least < most, in a random search",
              "A grid takes values: vary(...)."));
    }
    double width = Math.log(most / least);
    return with(
        new Axis(
            name,
            0,
            (options, index, chance) -> {
              double value = least * Math.exp(chance * width);
              return new Setting(option.apply(options, value), Float.toString((float) value));
            }));
  }

  private Search with(Axis axis) {
    List<Axis> more = new ArrayList<>(axes);
    more.add(axis);
    return new Search(trials, List.copyOf(more), judge, larger, seed, threads);
  }

  /** The best is the smallest of this on the test part; {@code "loss"} if nothing is said. */
  public Search minimize(String metric) {
    return new Search(trials, axes, metric, false, seed, threads);
  }

  /** The best is the largest of this on the test part, such as {@code "accuracy"}. */
  public Search maximize(String metric) {
    return new Search(trials, axes, metric, true, seed, threads);
  }

  /** The seed of what is chosen by chance, and of every network. */
  public Search seed(long value) {
    return new Search(trials, axes, judge, larger, value, threads);
  }

  /**
   * How many networks are trained at a time; as many as there are processors if not set. Where
   * memory does not suffice, fewer are.
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public Search threads(int count) {
    return new Search(trials, axes, judge, larger, seed, Parallel.checked(count));
  }

  /**
   * Trains with all options that are tried. A training that diverges is a result too, the worst.
   *
   * @param parts what to learn from, and what to judge by
   * @param network makes a new network from a seed, such as {@code PlantsNet::new}
   * @param options those that do not vary; silent unless they say otherwise
   * @throws IllegalArgumentException if the trials are judged by what networks do not measure, or
   *     if a grid has more than a million trials
   */
  public SearchResult run(Split parts, LongFunction<? extends Model> network, FitOptions options) {
    List<Trial> untried = untried(options.orElse(new FitOptions().verbose(0)));
    List<Trial> tried =
        Parallel.map(
            untried.size(), threads, i -> judged(untried.get(i), parts, network.apply(seed)));
    return new SearchResult(tried, judge, larger);
  }

  private static Trial judged(Trial trial, Split parts, Model model) {
    try {
      model.fit(parts.train(), trial.options());
      return trial.with(model, model.evaluate(parts.train()), model.evaluate(parts.test()));
    } catch (DivergedException e) {
      return trial;
    }
  }

  private List<Trial> untried(FitOptions options) {
    Random random = new Random(seed);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      trials.add(trial(options, i, this.trials == 0 ? null : random));
    }
    return trials;
  }

  private int count() {
    double all = 1;
    for (Axis axis : axes) {
      all *= Math.max(1, axis.count());
    }
    if (trials == 0 && all > MOST) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              "a grid of " + (long) all + " trials",
              "at most " + MOST,
              "Try some of them by chance: Search.random(20)."));
    }
    return trials == 0 ? (int) all : trials;
  }

  /** Trial {@code number} of a grid, whose last axis varies fastest, or one by chance. */
  private Trial trial(FitOptions options, int number, @Nullable Random random) {
    Map<String, String> values = new LinkedHashMap<>();
    FitOptions set = options;
    int rest = count();
    for (Axis axis : axes) {
      int count = Math.max(1, axis.count());
      rest = random == null ? rest / count : 0;
      int index = random == null ? number / rest % count : random.nextInt(count);
      double chance = random == null ? 0 : random.nextDouble();
      Setting setting = axis.setter().apply(set, index, chance);
      set = setting.options();
      values.put(axis.name(), setting.value());
    }
    return new Trial(values, set, null, null, null);
  }
}
