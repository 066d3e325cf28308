package dev.annotron.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The other end of a {@link Probe}: reads lines of a training's number and of seconds, trains for
 * so long, and answers with the microseconds of a step, until there are no more lines.
 *
 * <p>Arguments: a {@link Workload}; or the width, the depth and batches of {@link Shape}s.
 */
public final class ProbeServer {
  private ProbeServer() {}

  /** Serves. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    List<Training> trainings = trainings(args);
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String[] words = line.split(" ");
      Training training = trainings.get(Integer.parseInt(words[0]));
      System.out.println(training.microseconds(Double.parseDouble(words[1])));
    }
  }

  private static List<Training> trainings(String[] args) throws ReflectiveOperationException {
    if (args.length == 1) {
      return List.of(Training.of(Workload.valueOf(args[0])));
    }
    List<Training> trainings = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      int batch = Integer.parseInt(args[i]);
      trainings.add(
          Training.of(new Shape(Integer.parseInt(args[0]), Integer.parseInt(args[1]), batch)));
    }
    return trainings;
  }
}
