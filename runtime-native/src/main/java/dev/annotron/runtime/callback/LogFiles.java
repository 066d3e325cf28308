package dev.annotron.runtime.callback;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.CheckpointException;
import dev.annotron.runtime.file.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;

/** Says that a log could not be written. */
final class LogFiles {
  private LogFiles() {}

  static CheckpointException unwritable(Path file, IOException cause) {
    return new CheckpointException(
        new IOException(
            AnnotronException.message(
                file + " cannot be written: " + FileTrouble.reason(file, cause),
                "a place that may be written to, with room for the file",
                "Mend that, or log elsewhere; the model keeps its weights."),
            cause));
  }
}
