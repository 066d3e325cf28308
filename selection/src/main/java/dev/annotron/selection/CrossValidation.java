package dev.annotron.selection;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Partition;
import dev.annotron.runtime.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * Trains a network k times, each time without another part of the data, and judges it by that part.
 * Immutable; each method gives a new one.
 *
 * <pre>{@code
 * CrossValidationResult result =
 *     CrossValidation.folds(5).stratified().prepare(Split::standardize)
 *         .run(data, PlantsNet::new, new FitOptions().epochs(50));
 * System.out.println(result);
 * }</pre>
 *
 * <p>Costs k trainings on a share of (k - 1) / k of the data, times the repeats. The result depends
 * on the arguments alone, whatever the number of threads.
 */
public final class CrossValidation {
  private final int folds;
  private final int repeats;
  private final boolean stratified;
  private final long seed;
  private final int threads;
  private final UnaryOperator<Split> preparation;

  private CrossValidation(
      int folds,
      int repeats,
      boolean stratified,
      long seed,
      int threads,
      UnaryOperator<Split> preparation) {
    this.folds = folds;
    this.repeats = repeats;
    this.stratified = stratified;
    this.seed = seed;
    this.threads = threads;
    this.preparation = preparation;
  }

  /** With {@code k} folds, chosen by chance from seed 0. */
  public static CrossValidation folds(int k) {
    return new CrossValidation(k, 1, false, 0, Parallel.threads(), UnaryOperator.identity());
  }

  /** Each class has the same share in all folds; see {@link Dataset#classes}. */
  public CrossValidation stratified() {
    return new CrossValidation(folds, repeats, true, seed, threads, preparation);
  }

  /**
   * Does all of it {@code times} times, each time with other folds.
   *
   * @throws IllegalArgumentException if {@code times} is below 1
   */
  public CrossValidation repeats(int times) {
    if (times < 1) {
      throw new IllegalArgumentException(
          AnnotronException.message("repeats is " + times, "at least 1", "1 repeats nothing."));
    }
    return new CrossValidation(folds, times, stratified, seed, threads, preparation);
  }

  /** The seed of the folds; run {@code i}, from 0, makes its network from {@code seed + i}. */
  public CrossValidation seed(long value) {
    return new CrossValidation(folds, repeats, stratified, value, threads, preparation);
  }

  /**
   * How many networks are trained at a time, each with memory of its own; as many as there are
   * processors if not set. Where memory does not suffice, fewer are.
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public CrossValidation threads(int count) {
    int checked = Parallel.checked(count);
    return new CrossValidation(folds, repeats, stratified, seed, checked, preparation);
  }

  /**
   * What is done to both parts of each fold, such as {@code Split::standardize}: it learns from the
   * training part alone, so that nothing is known of the part that judges.
   */
  public CrossValidation prepare(UnaryOperator<Split> of) {
    return new CrossValidation(folds, repeats, stratified, seed, threads, of);
  }

  /**
   * Trains and judges.
   *
   * @param network makes a new network from a seed, such as {@code PlantsNet::new}
   * @param options of each training, silent unless they say otherwise; a validation set is replaced
   *     by the part that judges
   * @throws dev.annotron.runtime.DataException if there are more folds than samples, or a class has
   *     fewer samples than there are stratified folds
   */
  public CrossValidationResult run(
      Dataset data, LongFunction<? extends Model> network, FitOptions options) {
    List<Partition> parts = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      long shuffle = seed + repeat;
      parts.addAll(
          stratified
              ? Partition.stratifiedFolds(data.classes(), folds, shuffle)
              : Partition.folds(data.size(), folds, shuffle));
    }
    FitOptions silent = options.orElse(new FitOptions().verbose(0));
    return new CrossValidationResult(
        folds,
        Parallel.map(
            parts.size(),
            threads,
            i ->
                run(preparation.apply(data.split(parts.get(i))), network.apply(seed + i), silent)));
  }

  private static FoldResult run(Split parts, Model model, FitOptions options) {
    model.fit(parts.train(), options.validation(parts.test()));
    return new FoldResult(model, model.evaluate(parts.train()), model.evaluate(parts.test()));
  }
}
