package dev.annotron.images;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Renewal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The epochs of one training. Two blocks of memory take turns: the network reads from one while
 * threads fill the other.
 */
final class AugmentedEpochs implements Renewal.Epochs {
  private final Augmentation augmentation;
  private final Dataset samples;
  private final int threads;
  private final MemorySegment targets;
  private final @Nullable MemorySegment[] blocks = new MemorySegment[2];
  private @Nullable FutureTask<Dataset> prepared;
  private long preparedNumber;

  AugmentedEpochs(Augmentation augmentation, Dataset samples, int threads) {
    augmentation.expect(samples.featureCount());
    this.augmentation = augmentation;
    this.samples = samples;
    this.threads = Math.min(threads, samples.size());
    this.targets = allocate(samples.targetCount());
    for (int i = 0; i < samples.size(); i++) {
      write(samples.y(i), targets, i);
    }
  }

  @Override
  public Dataset next(long number, boolean another) {
    FutureTask<Dataset> known = prepared;
    Dataset epoch = known != null && preparedNumber == number ? result(known) : of(number);
    prepared = null;
    if (another) {
      FutureTask<Dataset> next = new FutureTask<>(() -> of(number + 1));
      start(next);
      prepared = next;
      preparedNumber = number + 1;
    }
    return epoch;
  }

  /** The samples of an epoch; neighbouring epochs lie in different blocks. */
  Dataset of(long number) {
    MemorySegment block = block((int) Math.floorMod(number, 2L));
    List<FutureTask<Void>> parts = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int from = (int) ((long) samples.size() * i / threads);
      int to = (int) ((long) samples.size() * (i + 1) / threads);
      FutureTask<Void> part = new FutureTask<>(() -> fill(block, number, from, to), null);
      parts.add(part);
      if (i > 0) {
        start(part);
      }
    }
    parts.getFirst().run();
    parts.forEach(AugmentedEpochs::result);
    return Dataset.of(block, samples.featureCount(), targets, samples.targetCount());
  }

  private void fill(MemorySegment block, long number, int from, int to) {
    for (int i = from; i < to; i++) {
      write(augmentation.apply(samples.x(i), number, i), block, i);
    }
  }

  private static void write(float[] row, MemorySegment to, int index) {
    long at = (long) index * row.length * Float.BYTES;
    MemorySegment.copy(row, 0, to, ValueLayout.JAVA_FLOAT, at, row.length);
  }

  private synchronized MemorySegment block(int index) {
    MemorySegment block = blocks[index];
    if (block == null) {
      block = allocate(samples.featureCount());
      blocks[index] = block;
    }
    return block;
  }

  private MemorySegment allocate(int columns) {
    return Arena.ofAuto().allocate((long) samples.size() * columns * Float.BYTES, 64);
  }

  /** Daemons: a training that ends early leaves nothing that would keep the process alive. */
  private static void start(Runnable task) {
    Thread.ofPlatform().daemon().name("annotron-augmentation").start(task);
  }

  private static <T> T result(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          // It takes a moment only; training sees the mark after it.
          interrupted = true;
        } catch (ExecutionException e) {
          throw new AnnotronException(
              "the samples of an epoch could not be made: " + e.getCause(), e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
