package dev.annotron.examples.transformer;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;

/** Trains {@link Characters} on a text that counts, beside a table of pairs of characters. */
public final class Main {
  private static final int TRAINING = 4000;
  private static final int TEST = 500;

  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("transformer", Main::run, args);
  }

  private static Result run(Options options) {
    Dataset train = Numbers.windows(TRAINING, 1);
    Dataset test = Numbers.windows(TEST, 2);
    System.out.println(CharactersNet.summary());
    CharactersNet network = new CharactersNet();
    network.fit(train, options.fit());

    Evaluation evaluation = network.evaluate(test);
    double bigrams = Bigrams.of(train).loss(test);
    System.out.println("Test: " + evaluation);
    System.out.println("Loss of the table of pairs: " + Result.decimal(bigrams));
    return new Result().add("test_loss", evaluation.loss()).add("bigram_loss", bigrams);
  }
}
