package dev.annotron.examples.softmax;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Split;
import dev.annotron.selection.CrossValidation;
import dev.annotron.selection.CrossValidationResult;
import dev.annotron.selection.Search;
import dev.annotron.selection.SearchResult;

/**
 * How good is {@link Plants}, and how sure is that? Five folds, twice, judge it by every plant;
 * then a grid finds out which learning rate and batch size are best.
 */
public final class CrossValidationMain {
  private CrossValidationMain() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("cross-validation", CrossValidationMain::run, args);
  }

  private static Result run(Options options) {
    Dataset plants = new MadeUpPlants().get();
    FitOptions fit = options.fit().verbose(0);
    CrossValidationResult result =
        CrossValidation.folds(5)
            .stratified()
            .repeats(2)
            .prepare(Split::standardize)
            .run(plants, PlantsNet::new, fit);
    System.out.println(result);

    SearchResult search =
        Search.grid()
            .vary("learningRate", FitOptions::learningRate, 0.1, 0.01, 0.001)
            .vary("batchSize", FitOptions::batchSize, 8, 64)
            .run(plants.stratifiedSplit(0.75, 1).standardize(), PlantsNet::new, fit.epochs(20));
    System.out.println("\nAfter 20 epochs, the best first:\n" + search);
    return new Result()
        .add("mean_accuracy", result.mean("val_accuracy"))
        .add("std_accuracy", result.std("val_accuracy"))
        .add("folds", result.results().size())
        .add("trials", search.trials().size());
  }
}
