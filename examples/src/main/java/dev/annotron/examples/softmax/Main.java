package dev.annotron.examples.softmax;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Split;

/** Trains {@link Plants} on three quarters of the plants and judges it by the rest. */
public final class Main {
  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("softmax", Main::run, args);
  }

  private static Result run(Options options) {
    System.out.println(PlantsNet.summary());
    Split plants = new MadeUpPlants().get().split(0.75, 1).standardize();
    PlantsNet network = new PlantsNet();
    network.fit(plants.train(), options.fit().validation(plants.test()));

    show(network, plants.test().take(3));
    double accuracy = network.evaluate(plants.test()).metric("accuracy");
    System.out.println("Right on " + Result.decimal(accuracy) + " of the plants not seen before.");
    return new Result().add("test_accuracy", accuracy);
  }

  private static void show(PlantsNet network, Dataset plants) {
    for (int i = 0; i < plants.size(); i++) {
      StringBuilder line = new StringBuilder("kind ").append((int) plants.y(i)[0]).append(" ->");
      for (float p : network.predict(plants.x(i))) {
        line.append("  ").append(Result.decimal(p));
      }
      System.out.println(line);
    }
  }
}
