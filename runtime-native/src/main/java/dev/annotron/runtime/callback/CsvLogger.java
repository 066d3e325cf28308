package dev.annotron.runtime.callback;

import dev.annotron.runtime.Callback;
import dev.annotron.runtime.CheckpointException;
import dev.annotron.runtime.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a line of values for each epoch to a CSV file: {@code epoch}, then the names of the
 * history. A training that is resumed writes the lines of the epochs before it too, so that the
 * file is the one of a training that was never interrupted. Immutable.
 *
 * <p>Nothing is lost if the file cannot be written: {@code fit} throws a {@link
 * CheckpointException}, and the model keeps its weights.
 *
 * <p>See <a href="https://keras.io/api/callbacks/csv_logger/">Keras: CSVLogger</a>; here epochs are
 * counted from 1.
 *
 * @param file written anew by each training
 */
public record CsvLogger(Path file) implements Callback {

  @Override
  public Observer begin(Training training) {
    StringBuilder text = new StringBuilder("epoch");
    for (String name : training.names()) {
      text.append(',').append(name);
    }
    text.append('\n');
    for (int epoch = 1; epoch <= training.history().epochs(); epoch++) {
      text.append(epoch);
      for (String name : training.names()) {
        text.append(',').append(training.history().values(name)[epoch - 1]);
      }
      text.append('\n');
    }
    write(text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    return () -> epochEnd(training);
  }

  private void epochEnd(Training training) {
    StringBuilder text = new StringBuilder().append(training.epoch());
    for (String name : training.names()) {
      text.append(',').append(training.value(name));
    }
    write(text.append('\n'), StandardOpenOption.APPEND);
  }

  private void write(CharSequence text, StandardOpenOption... how) {
    StandardOpenOption[] options = java.util.Arrays.copyOf(how, how.length + 1);
    options[how.length] = StandardOpenOption.WRITE;
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8, options);
    } catch (IOException e) {
      throw LogFiles.unwritable(file, e);
    }
  }
}
