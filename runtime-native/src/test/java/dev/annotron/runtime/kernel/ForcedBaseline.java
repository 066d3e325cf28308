package dev.annotron.runtime.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether the process has OpenBLAS open: after the library was loaded, and after the baseline
 * instruction set was forced and a product computed.
 */
final class ForcedBaseline {
  private ForcedBaseline() {}

  /** Prints two lines. */
  public static void main(String[] arguments) throws IOException {
    NativeKernels kernels = NativeLibrary.load(Settings.of(System.getProperties()));
    System.out.println("open=" + isOpen());
    kernels.select("baseline");
    Tensor x = Tensor.of(4, _ -> 1);
    kernels.denseInputGradient(
        x.segment(), x.at(), x.segment(), x.at(), Tensor.empty(4).segment(), 0, 2, 2, 2);
    System.out.println("open=" + isOpen() + ", " + kernels.name());
  }

  private static boolean isOpen() throws IOException {
    return Files.readString(Path.of("/proc/self/maps")).contains("libopenblas");
  }
}
