package dev.annotron.examples.gru;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;

/** Trains {@link Forecast} on waves, and judges it by others beside a forecast of no change. */
public final class Main {
  private static final int TRAINING = 2000;
  private static final int TEST = 500;

  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("gru", Main::run, args);
  }

  private static Result run(Options options) {
    Dataset test = new Waves(2, TEST).get();
    System.out.println(ForecastNet.summary());
    ForecastNet network = new ForecastNet();
    network.fit(new Waves(1, TRAINING).get(), options.fit());

    Evaluation evaluation = network.evaluate(test);
    double last = Waves.errorOfLast(test);
    System.out.println("Test: " + evaluation);
    System.out.println("Mean absolute error of the last value: " + Result.decimal(last));
    return new Result()
        .add("test_mae", evaluation.metric("mean_absolute_error"))
        .add("last_value_mae", last);
  }
}
