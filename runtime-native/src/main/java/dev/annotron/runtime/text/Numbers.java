package dev.annotron.runtime.text;

/**
 * Numbers as people read them. Written by hand because the formatter of the JDK takes a tenth of a
 * second to start.
 */
public final class Numbers {
  private Numbers() {}

  /** Four decimals from 0.001 up to 10 million, else the shortest text: {@code 0.1234, 1.5E-7}. */
  public static String text(double value) {
    double size = Math.abs(value);
    return size == 0 || (size >= 0.001 && size < 1e7) ? fixed(value, 4) : shortened(value);
  }

  /** The value with {@code decimals} digits after the point, half rounded up. */
  public static String fixed(double value, int decimals) {
    long unit = 1;
    for (int i = 0; i < decimals; i++) {
      unit *= 10;
    }
    long scaled = Math.round(Math.abs(value) * unit);
    StringBuilder text = new StringBuilder(16);
    if (value < 0 && scaled > 0) {
      text.append('-');
    }
    text.append(scaled / unit);
    if (decimals > 0) {
      String fraction = Long.toString(scaled % unit);
      text.append('.').repeat("0", decimals - fraction.length()).append(fraction);
    }
    return text.toString();
  }

  /** A whole number in groups of three: {@code 39,760}. */
  public static String grouped(long value) {
    StringBuilder text = new StringBuilder(Long.toString(value));
    int first = value < 0 ? 1 : 0;
    for (int i = text.length() - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** A size of memory: {@code 132 B}, {@code 155.3 KiB}, {@code 1.2 MiB}. */
  public static String bytes(long value) {
    String[] units = {" B", " KiB", " MiB", " GiB", " TiB"};
    double size = value;
    int unit = 0;
    while (size >= 1024 && unit < units.length - 1) {
      size /= 1024;
      unit++;
    }
    return fixed(size, unit == 0 ? 0 : 1).concat(units[unit]);
  }

  /** With the digits of a float, or of a double where a float has none or few left. */
  private static String shortened(double value) {
    double size = Math.abs(value);
    boolean beyond = size > Float.MAX_VALUE || size < Float.MIN_NORMAL;
    return beyond ? Double.toString(value) : Float.toString((float) value);
  }
}
