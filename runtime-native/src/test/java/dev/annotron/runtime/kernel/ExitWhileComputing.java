package dev.annotron.runtime.kernel;

import java.util.concurrent.CountDownLatch;

/** Ends the JVM by {@code System.exit} while daemon threads are inside long native products. */
final class ExitWhileComputing {
  /** The JVM waits some tenths of a second for native code before it ends: products last longer. */
  private static final int SIZE = 2048;

  private ExitWhileComputing() {}

  /** Takes the number of threads and the instruction set. */
  public static void main(String[] arguments) {
    int threads = Integer.parseInt(arguments[0]);
    NativeKernels kernels = (NativeKernels) Backend.kernels();
    kernels.select(arguments[1]);
    Tensor x = Tensor.of(SIZE * SIZE, i -> i % 7 - 3);
    Tensor y = Tensor.empty(SIZE * SIZE); // of them all, who write the same values
    CountDownLatch started = new CountDownLatch(threads);
    Runnable work =
        () -> {
          started.countDown();
          await(started);
          while (true) {
            product(kernels, x, y);
          }
        };
    for (int i = 0; i < threads; i++) {
      Thread.ofPlatform().daemon().start(work);
    }
    await(started);
    System.out.println("exits, " + kernels.getClass().getSimpleName());
    System.exit(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void product(Kernels kernels, Tensor x, Tensor y) {
    kernels.dense(
        x.segment(),
        x.at(),
        x.segment(),
        x.at(),
        -1,
        y.segment(),
        y.at(),
        SIZE,
        SIZE,
        SIZE,
        Function.RELU,
        0);
  }
}
