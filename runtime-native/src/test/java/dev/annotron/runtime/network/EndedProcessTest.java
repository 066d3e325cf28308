package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings whose process is killed, told to end, or out of space. */
class EndedProcessTest {
  private static final int KILLS = Integer.getInteger("annotron.kills", 3);

  /** Of each process, before it is killed; less than ten epochs. */
  private static final int MOST_STEPS = 60;

  /** More than all processes that are killed can train. */
  private static final int EPOCHS = 13 * KILLS + 1;

  @TempDir Path directory;

  private Path checkpoint() {
    return directory.resolve("checkpoint");
  }

  private Path weights() {
    return directory.resolve("weights");
  }

  private Process start(List<String> before, int epochs, long seed) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String path = System.getProperty("java.class.path");
    command.addAll(
        List.of("-XX:-UsePerfData", "-cp", System.getProperty("surefire.test.class.path", path)));
    command.addAll(
        List.of(
            EndedProcess.class.getName(),
            Integer.toString(epochs),
            checkpoint().toString(),
            weights().toString(),
            Long.toString(seed)));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void await(BufferedReader out, int steps) throws IOException {
    for (int i = 0; i < steps; i++) {
      assertThat(out.readLine()).isEqualTo("step");
    }
  }

  private static String rest(BufferedReader out) {
    return out.lines().filter(line -> !line.equals("step")).reduce("", String::concat);
  }

  /** Each new process has another seed: all that counts comes from the checkpoint. */
  @Test
  void killedAgainAndAgainATrainingEndsWithTheSameBits() throws Exception {
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < KILLS; i++) {
      Process process = start(List.of(), EPOCHS, 7 + i);
      try (BufferedReader out = process.inputReader()) {
        await(out, random.nextInt(7, MOST_STEPS));
        process.destroyForcibly().waitFor();
      }
      assertThat(weights()).doesNotExist();
    }
    Process process = start(List.of(), EPOCHS, 99);
    try (BufferedReader out = process.inputReader()) {
      assertThat(rest(out)).isEqualTo("interrupted=false");
    }

    Engine<?> whole = Memory.OFF_HEAP.engine(EndedProcess.TINY, 7);
    whole.fit(EndedProcess.data(), EndedProcess.options(EPOCHS));
    Engine<?> resumed = Memory.OFF_HEAP.engine(EndedProcess.TINY, 1);
    resumed.load(weights());
    assertThat(Samples.weights(resumed)).isEqualTo(Samples.weights(whole));
  }

  @Test
  void toldToEndATrainingFinishesItsStepAndItsModelIsSaved() throws Exception {
    Process process = start(List.of(), 1_000_000, 7);
    try (BufferedReader out = process.inputReader()) {
      await(out, 20);
      process.toHandle().destroy();
      assertThat(rest(out)).isEqualTo("interrupted=true");
      process.waitFor();
    }

    Engine<?> loaded = Memory.HEAP.engine(EndedProcess.TINY, 1);
    List<Float> before = Samples.weights(loaded);
    loaded.load(weights());
    assertThat(Samples.weights(loaded)).isNotEqualTo(before);
  }

  /** The limit of a file's size stands for a full disk. */
  @Test
  void onAFullDiskTheOldCheckpointSurvives() throws Exception {
    Memory.OFF_HEAP
        .engine(EndedProcess.TINY, 7)
        .fit(
            EndedProcess.data(),
            EndedProcess.options(3).onEpochEnd(training -> training.checkpoint(checkpoint())));
    byte[] old = Files.readAllBytes(checkpoint());
    assertThat(old.length).isGreaterThan(1024);

    Process process = start(List.of("bash", "-c", "ulimit -f 1; exec \"$0\" \"$@\""), 9, 7);
    try (BufferedReader out = process.inputReader()) {
      assertThat(rest(out)).startsWith("lost: " + checkpoint() + " cannot be saved");
      process.waitFor();
    }

    assertThat(checkpoint()).hasBinaryContent(old);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(checkpoint());
    }
  }
}
