package dev.annotron.examples.resume;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.examples.SameBits;
import dev.annotron.images.Augmentation;
import dev.annotron.images.Digits;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import java.nio.file.Files;

/**
 * Trains {@link Drawn} twice: once without a break, and once in a process that ends in the middle
 * of an epoch, whereafter another network goes on from its last checkpoint. Both end with the same
 * bits.
 */
public final class Main {
  private static final int EPOCHS = 12;

  /** All that counts comes from the checkpoint, so that this one is of no account. */
  private static final long ANOTHER_SEED = 99;

  private static final String CHECKPOINT = "resume.safetensors";

  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("resume", Main::run, args);
  }

  static Dataset digits() {
    return Digits.draw(800, 1).renewing(Augmentation.of(28, 28, 1).rotate(10).shift(0.1).seed(2));
  }

  static FitOptions options(int epochs) {
    return new FitOptions().epochs(epochs).verbose(0);
  }

  private static Result run(Options options) {
    Integer asked = options.epochs();
    int epochs = asked == null ? EPOCHS : asked;
    int last = epochs / 2 + 1;
    DrawnNet whole = new DrawnNet();
    whole.fit(digits(), options(epochs));
    System.out.println("Trained " + epochs + " epochs without a break.");

    options.write(
        CHECKPOINT,
        file -> {
          Files.deleteIfExists(file);
          CutOff.run(file, epochs, last);
        });
    System.out.println("The process that trains ended in the middle of epoch " + last + ".");

    DrawnNet resumed = new DrawnNet(ANOTHER_SEED);
    resumed.fit(digits(), options(epochs).resume(options.out().resolve(CHECKPOINT)));
    boolean same = SameBits.of(whole.weights(), resumed.weights());
    System.out.println(
        "Another network went on from the end of epoch "
            + (last - 1)
            + (same ? ": all weights are the same, bit for bit." : ": the weights differ!"));
    Dataset test = Digits.draw(1000, 2);
    return new Result()
        .add("same_bits", same)
        .add("cut_off_in_epoch", last)
        .add("epochs", epochs)
        .add("test_accuracy", resumed.evaluate(test).metric("accuracy"));
  }
}
