package dev.annotron.selection;

import dev.annotron.runtime.AnnotronException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Trainings side by side. Each depends on its number alone, so threads change no result. */
final class Parallel {
  private Parallel() {}

  /** As many as there are processors. */
  static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Refuses a number below 1. */
  static int checked(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              "threads is " + threads, "at least 1", "1 trains one after another."));
    }
    return threads;
  }

  /**
   * The results of {@code task} for 0 to {@code count - 1}, in order. A task for which memory does
   * not suffice beside the others is run again after them, by itself.
   *
   * @throws AnnotronException if this thread is interrupted; also whatever the first task threw
   */
  static <T> List<T> map(int count, int threads, IntFunction<T> task) {
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(count, threads))) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        futures.add(pool.submit(() -> task.apply(number)));
      }
      try {
        return results(futures, task);
      } finally {
        // Those that still run after a failure: closing would wait for their end.
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AnnotronException(
          "the thread was interrupted while it waited for trainings; expected to wait for all."
              + " Run it again.",
          e);
    }
  }

  private static <T> List<T> results(List<Future<T>> futures, IntFunction<T> task)
      throws InterruptedException {
    for (Future<T> future : futures) {
      awaitEnd(future);
    }
    List<T> results = new ArrayList<>();
    for (int i = 0; i < futures.size(); i++) {
      results.add(result(futures.get(i), i, task));
    }
    return results;
  }

  private static void awaitEnd(Future<?> future) throws InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      // Only memory is worth waiting for the others.
      if (!lacksMemory(e)) {
        throw failure(e);
      }
    }
  }

  private static <T> T result(Future<T> future, int number, IntFunction<T> task)
      throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return task.apply(number);
    }
  }

  private static boolean lacksMemory(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private static RuntimeException failure(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }
}
