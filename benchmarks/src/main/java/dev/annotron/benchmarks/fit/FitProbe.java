package dev.annotron.benchmarks.fit;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DatasetBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Measures all {@link Contender}s in one virtual machine: writes the nanoseconds of their turns, a
 * line each, to a file, as standard output is the display's.
 *
 * <p>Arguments: the epochs that count, the file.
 */
public final class FitProbe {
  /** As MNIST has. */
  private static final int SAMPLES = 60_000;

  private static final int PIXELS = 784;
  private static final int CLASSES = 10;

  /** The turns of an epoch: one takes some ten milliseconds. */
  public static final int TURNS = 15;

  /** The steps of an epoch. */
  public static final int STEPS = SAMPLES / Contender.BATCH;

  private static final int WARM_UP = 6;

  private FitProbe() {}

  /** Measures and writes. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    int epochs = WARM_UP + Integer.parseInt(args[0]);
    Contender[] contenders = Contender.values();
    Turns turns = new Turns(contenders.length, STEPS / TURNS, epochs * TURNS);
    Dataset data = data();
    List<Future<?>> trainings = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(contenders.length)) {
      for (Contender contender : contenders) {
        trainings.add(threads.submit(() -> contender.train(turns, data)));
      }
      turns.begin();
      for (Future<?> training : trainings) {
        training.get();
      }
    }
    List<String> lines = new ArrayList<>();
    for (Contender contender : contenders) {
      LongStream counted = LongStream.of(turns.nanos(contender.ordinal())).skip(WARM_UP * TURNS);
      lines.add(String.join(" ", counted.mapToObj(Long::toString).toList()));
    }
    Files.write(Path.of(args[1]), lines);
  }

  /** Noisy pictures of ten patterns: something to learn, as which class is likely costs time. */
  private static Dataset data() {
    Random random = new Random(1);
    float[][] patterns = new float[CLASSES][];
    for (int i = 0; i < CLASSES; i++) {
      patterns[i] = noise(random);
    }
    DatasetBuilder data = Dataset.builder(PIXELS, 1);
    for (int i = 0; i < SAMPLES; i++) {
      int label = random.nextInt(CLASSES);
      float[] picture = noise(random);
      for (int j = 0; j < PIXELS; j++) {
        picture[j] = 0.8f * picture[j] + 0.2f * patterns[label][j];
      }
      data.add(picture, new float[] {label});
    }
    return data.build();
  }

  private static float[] noise(Random random) {
    float[] values = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
