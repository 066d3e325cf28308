package dev.annotron.benchmarks.fit;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.kernel.Backend;
import dev.annotron.runtime.kernel.RowKernels;
import dev.annotron.runtime.network.Architecture;
import dev.annotron.runtime.network.Layout;
import dev.annotron.runtime.network.Program;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The bare training step, over and over: takes a batch of a shuffled order, differentiates,
 * updates, and nothing else. For a network of dense layers with class numbers as targets, and a
 * data set outside the heap.
 */
final class BareTraining {
  private static final int LINE = 64;
  private static final float LEARNING_RATE = 0.001f;
  private static final double SPREAD = 0.05;

  private final Program<MemorySegment> program;
  private final Layout layout;
  private final int rows;
  private final long[] order;
  private final float[] labels;
  private final float[] ones;
  private final RowKernels input;
  private final MemorySegment work;
  private final MemorySegment weights;
  private final MemorySegment gradients;
  private final MemorySegment state;

  /** The rows of {@code data} that a whole number of batches takes. */
  BareTraining(Architecture architecture, Program<MemorySegment> program, Dataset data, int rows) {
    Architecture.Optimizer optimizer = architecture.optimizer();
    Random random = new Random(1);
    MemorySegment list = Arena.ofAuto().allocate((long) rows * Long.BYTES, LINE);
    this.input =
        Backend.kernels()
            .rows(data.features(), data.featureCount(), list)
            .orElseThrow(
                () -> new IllegalStateException("the bare step is that of native kernels"));
    this.program = program.reading(input).orElseThrow();
    this.layout = architecture.differentiate();
    this.rows = rows;
    this.order = new long[data.size()];
    this.labels = new float[data.size()];
    shuffle(data, random);
    this.ones = new float[rows];
    Arrays.fill(ones, 1);
    this.work = floats((long) layout.size() * rows + layout.shared());
    this.weights = floats(architecture.parameterCount());
    this.gradients = floats(architecture.parameterCount());
    this.state = floats((long) architecture.trained() * optimizer.slots());
    for (int i = 0; i < architecture.parameterCount(); i++) {
      weights.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) (SPREAD * random.nextGaussian()));
    }
  }

  private void shuffle(Dataset data, Random random) {
    List<Integer> samples = new ArrayList<>(IntStream.range(0, data.size()).boxed().toList());
    Collections.shuffle(samples, random);
    for (int i = 0; i < order.length; i++) {
      order[i] = data.rowAt(samples.get(i));
      data.copyY(samples.get(i), labels, i);
    }
  }

  private static MemorySegment floats(long count) {
    return Arena.ofAuto().allocate(count * Float.BYTES, LINE);
  }

  /** Goes on until the program throws. */
  void run() {
    int batches = order.length / rows;
    for (long step = 0; ; step++) {
      load((int) (step % batches) * rows);
      program.differentiate(weights, gradients, work, rows, step);
      program.update(weights, gradients, state, LEARNING_RATE, step + 1);
    }
  }

  /** Samples, targets and weights: what the program wants to be there before each call. */
  private void load(int first) {
    for (int i = 0; i < rows; i++) {
      input.take(i, order[first + i]);
    }
    write(labels, first, layout.targets().getFirst());
    write(ones, 0, layout.weights());
  }

  private void write(float[] from, int fromAt, Layout.Slot to) {
    long at = (long) to.at() * rows * Float.BYTES;
    MemorySegment.copy(from, fromAt, work, ValueLayout.JAVA_FLOAT, at, rows);
  }
}
