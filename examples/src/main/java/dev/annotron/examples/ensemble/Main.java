package dev.annotron.examples.ensemble;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.images.Augmentation;
import dev.annotron.images.Digits;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.Model;
import dev.annotron.selection.Ensemble;
import java.util.ArrayList;
import java.util.List;

/** Seven networks, which differ in their seed alone, read digits better together than alone. */
public final class Main {
  private static final int MEMBERS = 7;

  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("ensemble", Main::run, args);
  }

  private static Result run(Options options) {
    Augmentation hard = Augmentation.of(28, 28, 1).rotate(15).shift(0.05).noise(0.15);
    Dataset train = hard.apply(Digits.draw(600, 1), 0);
    Dataset test = hard.apply(Digits.draw(2000, 2), 1);
    List<Model> models = new ArrayList<>();
    double alone = 0;
    for (int seed = 0; seed < MEMBERS; seed++) {
      ReaderNet network = new ReaderNet(seed);
      network.fit(train, options.fit().verbose(0));
      double accuracy = network.evaluate(test).metric("accuracy");
      System.out.println("network " + seed + "  " + Result.decimal(accuracy));
      alone += accuracy / MEMBERS;
      models.add(network);
    }
    System.out.println("alone, in the mean  " + Result.decimal(alone));
    return new Result()
        .add("alone", alone)
        .add("vote", tell(Ensemble.vote(models), test))
        .add("mean", tell(Ensemble.mean(models), test))
        .add("max", tell(Ensemble.max(models), test));
  }

  private static double tell(Ensemble ensemble, Dataset test) {
    Evaluation evaluation = ensemble.evaluate(test);
    System.out.println(ensemble + "  " + evaluation);
    return evaluation.metric("accuracy");
  }
}
