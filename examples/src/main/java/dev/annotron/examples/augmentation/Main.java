package dev.annotron.examples.augmentation;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.images.Augmentation;
import dev.annotron.images.Digits;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.FitOptions;

/**
 * Two hundred drawn digits teach a network little about turned and moved ones. The same two
 * hundred, turned and moved by chance in each epoch, teach it much.
 */
public final class Main {
  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("augmentation", Main::run, args);
  }

  private static Result run(Options options) {
    Augmentation augmentation =
        Augmentation.of(28, 28, 1).rotate(15).shift(0.1).zoom(0.1).noise(0.05).seed(3);
    Dataset train = Digits.draw(200, 1);
    Dataset test = augmentation.seed(4).apply(Digits.draw(1000, 2), 0);
    FitOptions fit = options.fit().validation(test);

    PupilNet plain = new PupilNet();
    plain.fit(train, fit);
    PupilNet augmented = new PupilNet();
    augmented.fit(train.renewing(augmentation), fit);

    Evaluation without = plain.evaluate(test);
    Evaluation with = augmented.evaluate(test);
    System.out.println("as they are  " + without);
    System.out.println("augmented    " + with);
    return new Result()
        .add("plain_accuracy", without.metric("accuracy"))
        .add("augmented_accuracy", with.metric("accuracy"))
        .add("plain_loss", without.loss())
        .add("augmented_loss", with.loss());
  }
}
