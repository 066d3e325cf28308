package dev.annotron.examples.resnet;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import java.nio.file.Path;

/** Trains {@link ResNet} on 60,000 handwritten digits and judges it by 10,000 others. */
public final class Main {
  private static final String ORIGIN =
      "the MNIST database of handwritten digits\n"
          + "by Yann LeCun, Corinna Cortes and Christopher J. C. Burges";

  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("resnet", Main::run, args);
  }

  private static Result run(Options options) {
    Path[] files =
        options.files(
            ORIGIN,
            "mnist/train-images-idx3-ubyte.gz",
            "mnist/train-labels-idx1-ubyte.gz",
            "mnist/t10k-images-idx3-ubyte.gz",
            "mnist/t10k-labels-idx1-ubyte.gz");
    Dataset train = Dataset.idx(files[0], files[1]);
    Dataset test = Dataset.idx(files[2], files[3]);

    System.out.println(ResNetModel.summary());
    ResNetModel network = new ResNetModel();
    network.fit(train, options.fit());

    Evaluation evaluation = network.evaluate(test);
    System.out.println("Test: " + evaluation);
    return new Result().add("test_accuracy", evaluation.metric("accuracy"));
  }
}
