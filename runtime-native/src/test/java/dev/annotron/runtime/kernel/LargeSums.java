package dev.annotron.runtime.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Computes a product whose parts would each need a sum of 4.8 MB, in parts of the inputs or of the
 * samples, and tells by how many megabytes the process grew for it, and how many results are wrong.
 */
final class LargeSums {
  private static final int UNITS = 1000;

  private LargeSums() {}

  /** Takes {@code inputs} or {@code samples}; prints two numbers. */
  public static void main(String[] arguments) throws IOException {
    Kernels kernels = Backend.kernels();
    forward(kernels, 320, 1024, 16); // starts the threads
    System.out.println(
        arguments[0].equals("inputs")
            ? forward(kernels, 1200, 2048, UNITS)
            : kernelGradient(kernels, 1536, 1200, UNITS));
  }

  /** Of numbers whose sums are exact. */
  private static String forward(Kernels kernels, int rows, int in, int units) throws IOException {
    Tensor x = Tensor.of(rows * in, i -> (i / in % 3 + 1) * (i % in % 4 + 1));
    Tensor w = Tensor.of(in * units, i -> i % units % 5 + 1);
    Tensor y = Tensor.empty(rows * units);
    long before = megabytes();
    kernels.dense(
        x.segment(),
        x.at(),
        w.segment(),
        w.at(),
        -1,
        y.segment(),
        y.at(),
        rows,
        in,
        units,
        Function.LINEAR,
        0);
    long grown = megabytes() - before;
    int wrong = 0;
    for (int i = 0; i < rows * units; i++) {
      wrong += y.get(i) == in / 4 * 10 * (i / units % 3 + 1) * (i % units % 5 + 1) ? 0 : 1;
    }
    return grown + " " + wrong;
  }

  private static String kernelGradient(Kernels kernels, int rows, int in, int units)
      throws IOException {
    Tensor x = Tensor.of(rows * in, i -> (i % in % 3 + 1) * (i / in % 4 + 1));
    Tensor dy = Tensor.of(rows * units, i -> i % units % 5 + 1);
    Tensor dkernel = Tensor.empty(in * units);
    long before = megabytes();
    kernels.denseKernelGradient(
        x.segment(),
        x.at(),
        dy.segment(),
        dy.at(),
        dkernel.segment(),
        dkernel.at(),
        rows,
        in,
        units);
    long grown = megabytes() - before;
    int wrong = 0;
    for (int i = 0; i < in * units; i++) {
      wrong += dkernel.get(i) == rows / 4 * 10 * (i / units % 3 + 1) * (i % units % 5 + 1) ? 0 : 1;
    }
    return grown + " " + wrong;
  }

  /** The most that was ever resident. */
  private static long megabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException("the system does not tell how much is resident");
  }
}
