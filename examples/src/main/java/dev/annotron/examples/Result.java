package dev.annotron.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The last line of an example, for scripts: {@code result: name=value name=value ...}. */
public final class Result {
  private static final int DECIMALS = 4;

  private final StringBuilder line = new StringBuilder("result:");

  /** Adds a number with four decimals. */
  public Result add(String name, double value) {
    return add(name, decimal(value));
  }

  /** Adds a whole number. */
  public Result add(String name, int value) {
    return add(name, Integer.toString(value));
  }

  /** Adds true or false. */
  public Result add(String name, boolean value) {
    return add(name, Boolean.toString(value));
  }

  private Result add(String name, String value) {
    line.append(' ').append(name).append('=').append(value);
    return this;
  }

  /** A number with four decimals and a point, whatever the language of the machine. */
  public static String decimal(double value) {
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
