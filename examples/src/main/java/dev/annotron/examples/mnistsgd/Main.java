package dev.annotron.examples.mnistsgd;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.examples.mnist.MnistData;
import dev.annotron.report.Confusion;
import dev.annotron.report.Curves;
import dev.annotron.report.Misclassified;
import dev.annotron.report.Picture;
import dev.annotron.report.Report;
import dev.annotron.report.WeightTiles;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Split;

/** Trains {@link MnistSgd}, draws its curves, and writes a report of the run. */
public final class Main {
  private static final int SIDE = 28;

  /** As annotated; told in the report. */
  private static final int SEED = 1;

  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("mnist-sgd", Main::run, args);
  }

  private static Result run(Options options) {
    Split digits = MnistData.read(options);
    Dataset test = digits.test();
    MnistSgdNet network = new MnistSgdNet(SEED);
    History history = network.fit(digits.train(), options.fit().validation(test));

    Picture curves = Curves.of(history, "train", "test");
    options.write("mnist-sgd-curves.png", curves::png);
    options.write("mnist-sgd-curves.svg", curves::svg);
    Evaluation evaluation = network.evaluate(test);
    Report report =
        Report.of(MnistSgdNet.summary(), history)
            .data("training", digits.train())
            .data("test", test)
            .evaluation("test", evaluation)
            .confusion(Confusion.of(network, test))
            .picture(Misclassified.of(network, test, SIDE, SIDE, 30))
            .picture(WeightTiles.of(network.weights().get("hidden/kernel"), SIDE, SIDE))
            .setting("batch size", 100)
            .seed(SEED);
    options.write("mnist-sgd.html", report::write);

    System.out.println("Test: " + evaluation);
    return new Result()
        .add("train_accuracy", history.last("accuracy"))
        .add("test_accuracy", evaluation.metric("accuracy"))
        .add("train_loss", history.last("loss"))
        .add("test_loss", evaluation.loss());
  }
}
