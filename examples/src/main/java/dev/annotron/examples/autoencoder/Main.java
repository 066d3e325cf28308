package dev.annotron.examples.autoencoder;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.examples.mnist.MnistData;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Split;

/** Trains {@link Autoencoder} on digits, and judges it by others beside the mean picture. */
public final class Main {
  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("autoencoder", Main::run, args);
  }

  private static Result run(Options options) {
    Split digits = MnistData.read(options);
    Dataset train = Pictures.asTargets(digits.train());
    Dataset test = Pictures.asTargets(digits.test());

    System.out.println(AutoencoderNet.summary());
    AutoencoderNet network = new AutoencoderNet();
    network.fit(train, options.fit());

    double error = network.evaluate(test).loss();
    double mean = Pictures.error(Pictures.mean(train), test);
    System.out.println("Test: mean squared error of a pixel " + Result.decimal(error));
    System.out.println("The mean picture instead: " + Result.decimal(mean));
    return new Result().add("test_error", error).add("mean_picture_error", mean);
  }
}
