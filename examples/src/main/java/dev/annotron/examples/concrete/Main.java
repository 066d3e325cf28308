package dev.annotron.examples.concrete;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.runtime.Split;

/**
 * Trains {@link Concrete} and says by how many MPa it is wrong on concretes not seen before.
 * Rounding alone moves a single training by half a MPa, so the mean of several says more.
 */
public final class Main {
  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("concrete", Main::run, args);
  }

  private static Result run(Options options) {
    Split concretes = ConcreteData.read(options);
    System.out.println(ConcreteNet.summary());
    double sum = 0;
    for (int seed = 1; seed <= options.runs(); seed++) {
      ConcreteNet network = new ConcreteNet(seed);
      network.fit(concretes.train(), options.fit());
      double error = network.evaluate(concretes.test()).loss();
      System.out.println("Mean absolute error on the test set: " + Result.decimal(error) + " MPa");
      sum += error;
    }
    return new Result().add("test_mae", sum / options.runs());
  }
}
