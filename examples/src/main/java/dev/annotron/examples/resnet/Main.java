package dev.annotron.examples.resnet;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.examples.mnist.MnistData;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.Split;

/** Trains {@link ResNet} on 60,000 handwritten digits and judges it by 10,000 others. */
public final class Main {
  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("resnet", Main::run, args);
  }

  private static Result run(Options options) {
    Split digits = MnistData.read(options);

    System.out.println(ResNetModel.summary());
    ResNetModel network = new ResNetModel();
    network.fit(digits.train(), options.fit());

    Evaluation evaluation = network.evaluate(digits.test());
    System.out.println("Test: " + evaluation);
    return new Result().add("test_accuracy", evaluation.metric("accuracy"));
  }
}
