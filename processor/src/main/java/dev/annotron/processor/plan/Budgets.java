package dev.annotron.processor.plan;

/** The borders between the ways of computing, with what they rest on. */
public final class Budgets {

  /**
   * Multiply-adds per sample up to which an operation is unrolled. Measured with two dense layers
   * on four samples, forward: with products of 2 x 8, 36 ns unrolled and 49 ns as loops; of 8 x 8,
   * 207 and 184 ns; of 16 x 16, 1,075 and 544 ns.
   */
  static final int UNROLLED_WORK = 64;

  /**
   * Unrolled multiply-adds of a whole network, all passes together. Beyond this its class would
   * take javac seconds: about 0.1 ms for each.
   */
  static final int UNROLLED_NETWORK = 4_096;

  /** The same where unrolling is forced. */
  static final int FORCED_UNROLLED_NETWORK = 65_536;

  /**
   * {@link #UNROLLED_WORK} where unrolling is forced. Each multiply-add takes up to 30 bytes of
   * bytecode; beyond this the class file grows out of proportion, and loops are taken.
   */
  static final int FORCED_UNROLLED_WORK = 8192;

  /**
   * Multiply-adds of one indivisible sum that fit one method: 30 bytes each stay under the 8,000
   * bytes above which HotSpot does not compile a method.
   */
  static final int UNROLLED_SUM = 200;

  /**
   * Multiply-adds per step of the largest product from which a network uses kernels. Measured with
   * two dense layers on 32 samples, a step of training: of 8 x 8, 5.4 µs as loops and 2.2 as
   * kernels; of 11 x 11, 13 and 5; of 16 x 16, 35 and 2.7; of 31 x 31, 66 and 9. At this border the
   * 100 ms that the native library takes to load are back after 10,000 steps.
   */
  static final long NATIVE_STEP_WORK = 4_096;

  /**
   * Work per step from which an operation of such a network is a kernel call: a call through the
   * Foreign Function and Memory API takes about 6 ns, and a loop over 64 values 20 ns.
   */
  static final long NATIVE_OPERATION_WORK = 64;

  /**
   * Weights of a kernel from which plain gradient descent takes its step within the product. A step
   * of training two layers of 32 units takes 1.18 of the time with it for a single sample, and 0.96
   * for 32; of 48 units, 1.03 and 0.97; of 61, 0.73 to 0.81 and 0.97.
   */
  static final long FUSED_STEP_WEIGHTS = 2_048;

  /** Bytes of bytecode that one generated method may reach, below HotSpot's limit of 8,000. */
  public static final int METHOD_BYTES = 6_000;

  private Budgets() {}
}
