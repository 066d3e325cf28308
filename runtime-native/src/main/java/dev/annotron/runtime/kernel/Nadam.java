package dev.annotron.runtime.kernel;

/** The momentum of Nadam, which grows from step to step, and the product of all so far. */
public final class Nadam {
  private static final double DECAY = 0.96;

  /** Beyond this step {@code 0.96^step} changes no double. */
  private static final int LAST = 1000;

  private static final double[] PRODUCTS = products();

  private Nadam() {}

  private static double[] products() {
    double[] products = new double[LAST + 1];
    products[0] = 1;
    for (int step = 1; step <= LAST; step++) {
      products[step] = products[step - 1] * growth(step);
    }
    return products;
  }

  private static double growth(long step) {
    return 1 - 0.5 * Math.pow(DECAY, (double) step);
  }

  /** {@code beta1 · (1 − 0.96^step / 2)}. */
  public static double momentum(double beta1, long step) {
    return beta1 * growth(step);
  }

  /** The product of the momenta of the steps from 1 to {@code step}. */
  public static double product(double beta1, long step) {
    return Math.pow(beta1, (double) step) * PRODUCTS[(int) Math.min(step, LAST)];
  }
}
