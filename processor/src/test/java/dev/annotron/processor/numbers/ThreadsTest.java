package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many threads may predict at once on one model. */
final class ThreadsTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 20;

  static Stream<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void threadsGetWhatOneThreadGets(Variant variant)
      throws InterruptedException, ExecutionException {
    Model model = Workshop.network(Examples.small(), variant).create(1);
    float[][] samples = Examples.smallData(200).inputs();
    List<float[]> serial = new ArrayList<>();
    for (float[] sample : samples) {
      serial.add(model.predict(sample));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int start = thread * 7;
        wrong.add(threads.submit(() -> differences(model, samples, serial, start)));
      }
      for (Future<Integer> count : wrong) {
        assertThat(count.get()).isZero();
      }
    }
  }

  private static int differences(Model model, float[][] samples, List<float[]> serial, int start) {
    float[] out = new float[serial.getFirst().length];
    int differences = 0;
    for (int i = 0; i < ROUNDS * samples.length; i++) {
      int sample = (start + i) % samples.length;
      model.predict(samples[sample], out);
      for (int j = 0; j < out.length; j++) {
        int expected = Float.floatToRawIntBits(serial.get(sample)[j]);
        differences += Float.floatToRawIntBits(out[j]) == expected ? 0 : 1;
      }
    }
    return differences;
  }
}
