package dev.annotron.examples.decisionboundary;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.report.DecisionBoundary;
import dev.annotron.report.Picture;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Model;
import java.util.Locale;

/** Trains {@link Line} and {@link Curve} on three shapes, and draws what each makes of them. */
public final class Main {
  private static final int TRAINING = 400;
  private static final int TEST = 1000;

  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("decision-boundary", Main::run, args);
  }

  private static Result run(Options options) {
    Result result = new Result();
    for (Points points : Points.values()) {
      String shape = points.name().toLowerCase(Locale.ROOT);
      Dataset train = points.draw(TRAINING, 1);
      Dataset test = points.draw(TEST, 2);
      result.add(shape + "_line", learn(shape + "-line", new LineNet(), train, test, options));
      result.add(shape + "_hidden", learn(shape + "-hidden", new CurveNet(), train, test, options));
    }
    return result;
  }

  /** Gives the accuracy on points that training has not seen. */
  private static double learn(
      String name, Model network, Dataset train, Dataset test, Options options) {
    network.fit(train, options.fit());
    double accuracy = network.evaluate(test).metric("accuracy");
    String title = name.replace("-", ", ") + ": accuracy " + Result.decimal(accuracy);
    System.out.println(title);
    Picture picture = DecisionBoundary.of(title, network, train);
    options.write(name + ".png", picture::png);
    return accuracy;
  }
}
