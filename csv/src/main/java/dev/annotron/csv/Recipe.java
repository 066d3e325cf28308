package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How the columns of a {@link Table} become numbers. Immutable; each method gives a new recipe.
 *
 * <pre>{@code
 * TableSplit parts = Csv.read(file).table().split(0.8, seed);
 * Encoder encoder =
 *     Recipe.target("rent")
 *         .oneHot("city")
 *         .missing(Missing.median(), "rooms")
 *         .standardize()
 *         .fit(parts.train());
 * Split data = encoder.encode(parts);
 * }</pre>
 *
 * <p>Whatever is learned (categories, fills, scales) is learned by {@link #fit}, from the table
 * that it is given and from nothing else. All columns are features but the targets and those that
 * {@link Csv#featuresExcept} names.
 */
public final class Recipe {
  private final List<String> targets;
  private final boolean classes;
  private final Map<String, Coding> codings;
  private final Map<String, Missing> policies;
  private final List<Missing> general;
  private final Set<String> missingTexts;
  private final Scale scale;

  private Recipe(
      List<String> targets,
      boolean classes,
      Map<String, Coding> codings,
      Map<String, Missing> policies,
      List<Missing> general,
      Set<String> missingTexts,
      Scale scale) {
    this.targets = targets;
    this.classes = classes;
    this.codings = codings;
    this.policies = policies;
    this.general = general;
    this.missingTexts = missingTexts;
    this.scale = scale;
  }

  /** Predicts the numbers of one or more columns. */
  public static Recipe target(String... columns) {
    return new Recipe(
        List.of(columns), false, Map.of(), Map.of(), List.of(), Set.of(""), Scale.NONE);
  }

  /** Predicts the class that a column names; classes are numbered in the order of their names. */
  public static Recipe targetClasses(String column) {
    return new Recipe(List.of(column), true, Map.of(), Map.of(), List.of(), Set.of(""), Scale.NONE);
  }

  /**
   * These columns hold categories: a feature for each category of the training part, 1 for the
   * category of the sample and 0 for the others.
   */
  public Recipe oneHot(String... columns) {
    return coded(Coding.ONE_HOT, columns);
  }

  /**
   * These columns hold categories: one feature, the number of the category in the sorted order of
   * those in the training part, for an embedding. It is not scaled.
   */
  public Recipe index(String... columns) {
    return coded(Coding.INDEX, columns);
  }

  private Recipe coded(Coding coding, String... columns) {
    Map<String, Coding> more = with(codings, coding, columns);
    return new Recipe(targets, classes, more, policies, general, missingTexts, scale);
  }

  /**
   * What becomes of missing values in the named columns. If none is named, in all columns that have
   * no policy of their own and that it can be for: means, medians and numbers are for number
   * columns, texts for categories. A target is never made up: its missing value is refused, or its
   * line left out.
   */
  public Recipe missing(Missing policy, String... columns) {
    Map<String, Missing> own = with(policies, policy, columns);
    List<Missing> all = new ArrayList<>(general);
    if (columns.length == 0) {
      all.add(policy);
    }
    return new Recipe(targets, classes, codings, own, List.copyOf(all), missingTexts, scale);
  }

  /** Texts that stand for a missing value beside the empty one, such as {@code "NA"}. */
  public Recipe missingTexts(String... texts) {
    Set<String> more = new TreeSet<>(missingTexts);
    more.addAll(List.of(texts));
    return new Recipe(targets, classes, codings, policies, general, Set.copyOf(more), scale);
  }

  /**
   * Brings number columns to mean 0 and standard deviation 1 (of the population) over the training
   * part, after missing values are filled.
   */
  public Recipe standardize() {
    return scaled(Scale.STANDARD);
  }

  /** Brings number columns to the range from 0 to 1 over the training part. */
  public Recipe minMax() {
    return scaled(Scale.MIN_MAX);
  }

  private Recipe scaled(Scale by) {
    return new Recipe(targets, classes, codings, policies, general, missingTexts, by);
  }

  private static <T> Map<String, T> with(Map<String, T> known, T value, String... columns) {
    Map<String, T> more = new LinkedHashMap<>(known);
    for (String column : columns) {
      more.put(column, value);
    }
    return more;
  }

  /**
   * Learns from a table; give the training part alone.
   *
   * @throws DataException if a column is missing, if a value is missing or no number where that is
   *     not allowed, or if there is nothing to learn a fill from
   */
  public Encoder fit(Table training) {
    Selection selection = training.selection(targets);
    checkNames(codings.keySet(), selection, false);
    checkNames(policies.keySet(), selection, true);
    List<Learner> learners = new ArrayList<>();
    for (Header.Column column : selection.features()) {
      Coding coding = codings.getOrDefault(column.name(), Coding.NUMBER);
      Missing policy = policy(column.name(), each -> each.fits(coding));
      learners.add(Learner.of(column.name(), coding, policy, scale));
    }
    return Fitting.fit(training, learners, goal());
  }

  private Goal goal() {
    Set<String> dropping = new TreeSet<>();
    for (String target : targets) {
      Missing policy = policy(target, Missing::fillsNothing);
      if (!policy.fillsNothing()) {
        throw new DataException(
            "The target \"" + target + "\" has the policy " + policy + " for missing values",
            "refuse() or dropRow()",
            "A target that is made up teaches nothing: leave the line out.");
      }
      if (policy.kind() == Missing.Kind.DROP_ROW) {
        dropping.add(target);
      }
    }
    return new Goal(targets, classes ? List.of() : null, dropping, missingTexts);
  }

  /** The policy of a column: its own, or the last general one that is for it. */
  private Missing policy(String column, Predicate<Missing> fits) {
    Missing own = policies.get(column);
    if (own != null) {
      return own;
    }
    for (Missing each : general.reversed()) {
      if (fits.test(each)) {
        return each;
      }
    }
    return Missing.refuse();
  }

  /** Refuses a column that is no feature, or a target where that may be. */
  private static void checkNames(Set<String> names, Selection selection, boolean targets) {
    List<String> known = new ArrayList<>(Selection.names(selection.features()));
    if (targets) {
      known.addAll(Selection.names(selection.targets()));
    }
    for (String name : names) {
      if (!known.contains(name)) {
        throw new DataException(
            "The recipe names the column \"" + name + "\"",
            "one of " + known,
            Suggestion.closest(name, known)
                .map(close -> "Did you mean \"" + close + "\"?")
                .orElse("Use one of these names."));
      }
    }
  }
}
