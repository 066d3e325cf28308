package dev.annotron.runtime.callback;

import dev.annotron.runtime.Callback;
import dev.annotron.runtime.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes the values of each epoch, and its learning rate, for TensorBoard: {@code tensorboard
 * --logdir logs}. As Keras does, values of training go to the directory {@code train}, those of
 * validation to {@code validation}, both as {@code epoch_loss} and the like, so that one chart has
 * both. Immutable.
 *
 * <p>Nothing is lost if a file cannot be written: {@code fit} throws a {@link
 * dev.annotron.runtime.CheckpointException}, and the model keeps its weights.
 *
 * <p>See <a href="https://keras.io/api/callbacks/tensorboard/">Keras: TensorBoard</a>.
 *
 * @param directory made if there is none; each training writes new files in it
 */
public record TensorBoard(Path directory) implements Callback {
  private static final String VALIDATION = "val_";

  @Override
  public Observer begin(Training training) {
    long now = System.currentTimeMillis();
    // Two trainings of the same second have two files.
    String tail = Long.toHexString(ThreadLocalRandom.current().nextLong());
    String name = "events.out.tfevents." + now / 1000 + ".annotron." + tail;
    Path train = directory.resolve("train").resolve(name);
    Path validation = directory.resolve("validation").resolve(name);
    makeDirectory(train); // or say, before the first step, that there can be none
    return () -> {
      double seconds = System.currentTimeMillis() / 1e3;
      append(train, events(training, seconds, false), seconds);
      append(validation, events(training, seconds, true), seconds);
    };
  }

  private static void makeDirectory(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw LogFiles.unwritable(file, e);
    }
  }

  private static byte[] events(Training training, double seconds, boolean validation) {
    EventRecords records = new EventRecords(seconds, training.epoch());
    for (String name : training.names()) {
      if (name.startsWith(VALIDATION) == validation) {
        String shown = validation ? name.substring(VALIDATION.length()) : name;
        records.scalar("epoch_" + shown, (float) training.value(name));
      }
    }
    if (!validation) {
      records.scalar("epoch_learning_rate", (float) training.learningRate());
    }
    return records.bytes();
  }

  private static void append(Path file, byte[] events, double seconds) {
    if (events.length == 0) {
      return;
    }
    try {
      if (Files.notExists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, EventRecords.version(seconds));
      }
      Files.write(file, events, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw LogFiles.unwritable(file, e);
    }
  }
}
