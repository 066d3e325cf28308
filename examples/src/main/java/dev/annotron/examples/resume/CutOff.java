package dev.annotron.examples.resume;

import dev.annotron.runtime.Training;
import dev.annotron.runtime.callback.ModelCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A training in a process of its own, with a checkpoint after each epoch. In the middle of an epoch
 * the process ends as if it were killed: nothing is finished, nothing is saved.
 */
public final class CutOff {
  /** What a shell says of a killed process. */
  private static final int KILLED = 137;

  private CutOff() {}

  /** Takes the checkpoint's file, the number of epochs, and the epoch in which to end. */
  public static void main(String... args) {
    int last = Integer.parseInt(args[2]);
    new DrawnNet()
        .fit(
            Main.digits(),
            Main.options(Integer.parseInt(args[1]))
                .callback(new ModelCheckpoint(Path.of(args[0])))
                .onBatchEnd(training -> endWithin(last, training)));
  }

  private static void endWithin(int epoch, Training training) {
    if (training.epoch() == epoch && training.step() >= training.steps() / 2) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /**
   * Runs it, on the same Java with the same options for Annotron, to its bitter end.
   *
   * @throws IOException if the process cannot start, or ends otherwise
   */
  static void run(Path checkpoint, int epochs, int last) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.awt.headless=true");
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("annotron.")) {
        command.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), CutOff.class.getName()));
    command.addAll(List.of(checkpoint.toString(), epochs + "", last + ""));
    int exit = new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
    if (exit != KILLED) {
      throw new IOException("the training ended with exit code " + exit + ", not " + KILLED);
    }
  }
}
