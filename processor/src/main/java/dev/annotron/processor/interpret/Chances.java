package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.RandomOp;

/** {@link RandomOp}s by their formulas. The hash is the runtime's, whose bits it must have. */
final class Chances {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1p-24;

  private Chances() {}

  static double[] value(RandomOp op, Node node, double[] x, long draw) {
    return switch (op) {
      case RandomOp.Dropout dropout -> dropout(dropout, node.shape().size(), x, draw);
      case RandomOp.Noise(double deviation, int salt) -> {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
          y[i] += (float) deviation * normal(key(draw, salt), i);
        }
        yield y;
      }
    };
  }

  private static double[] dropout(RandomOp.Dropout op, int size, double[] x, long draw) {
    long key = key(draw, op.salt());
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      int number = i / size * op.channels() + i % size % op.channels();
      boolean kept = unit(bits(key, number)) >= Math.rint((float) op.rate() / UNIT) * UNIT;
      y[i] = kept ? x[i] / (1 - (double) (float) op.rate()) : 0;
    }
    return y;
  }

  private static double normal(long key, int number) {
    int bits = bits(key, number);
    double turn = unit(mixed(bits ^ (int) key));
    return Math.sqrt(-2 * Math.log(unit(bits) + UNIT)) * Math.cos(2 * Math.PI * turn);
  }

  /** The top 24 bits as a number from 0 up to, not including, 1. */
  private static double unit(int bits) {
    return (bits >>> 8) * UNIT;
  }

  private static long key(long draw, int salt) {
    long z = draw + (salt + 1L) * GOLDEN;
    z = (z ^ z >>> 32) * GOLDEN;
    z = (z ^ z >>> 29) * GOLDEN;
    return z ^ z >>> 32;
  }

  private static int bits(long key, int number) {
    return mixed(mixed(number ^ (int) key) ^ (int) (key >>> 32));
  }

  private static int mixed(int value) {
    int x = (value ^ value >>> 16) * 0x85ebca6b;
    x = (x ^ x >>> 13) * 0xc2b2ae35;
    return x ^ x >>> 16;
  }
}
