package dev.annotron.report;

import dev.annotron.runtime.text.Numbers;

/**
 * The marks of an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param first the first mark
 * @param step the distance between two marks
 * @param count how many marks there are
 */
record Ticks(double first, double step, int count) {
  /** Above this, and for steps below its inverse, numbers are written with an exponent. */
  private static final double LARGE = 1e6;

  /** About {@code wanted} marks within an interval that is not empty. */
  static Ticks within(double low, double high, int wanted, double leastStep) {
    double step = Math.max(leastStep, step((high - low) / wanted));
    // Ends of the interval that are marks themselves, but for rounding, count.
    double slack = step * 1e-9;
    double first = Math.ceil((low - slack) / step) * step;
    int count = (int) Math.floor((high + slack - first) / step) + 1;
    return new Ticks(first, step, count);
  }

  /** The marks that enclose an interval. */
  static Ticks around(double low, double high, int wanted) {
    double step = step((high - low) / wanted);
    double first = Math.floor(low / step + 1e-9) * step;
    int count = (int) Math.ceil((high - first) / step - 1e-9) + 1;
    return new Ticks(first, step, count);
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digits = rough / power;
    if (digits <= 1) {
      return power;
    }
    return power * (digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
  }

  double at(int i) {
    double value = first + i * step;
    return Math.abs(value) < step / 2 ? 0 : value;
  }

  double last() {
    return at(count - 1);
  }

  /** The text of a mark, with as many decimals as the step has. */
  String label(int i) {
    double value = at(i);
    if (Math.abs(value) >= LARGE || step < 1 / LARGE) {
      return signed(Float.toString((float) value));
    }
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return signed(Numbers.fixed(value, decimals));
  }

  /** With a minus as wide as a digit, instead of a hyphen. */
  private static String signed(String number) {
    return number.replace('-', '−');
  }
}
