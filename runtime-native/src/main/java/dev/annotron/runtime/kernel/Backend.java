package dev.annotron.runtime.kernel;

/** Which {@link Kernels} run in this process; chosen once, at the first request. */
public final class Backend {
  private Backend() {}

  private static final class Holder {
    static final Kernels KERNELS = new JavaKernels();
  }

  /** The kernels of this process. */
  public static Kernels kernels() {
    return Holder.KERNELS;
  }

  /** Which kernels run, and why, in one sentence. */
  public static String describe() {
    return "java";
  }
}
