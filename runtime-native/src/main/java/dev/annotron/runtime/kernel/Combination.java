package dev.annotron.runtime.kernel;

/** How two values become one. The order is the native library's numbering. */
public enum Combination {
  SUBTRACT,
  MULTIPLY,
  MAXIMUM,
  MINIMUM;

  /** {@code a} and {@code b} as one; NaN if one of them is. */
  float of(float a, float b) {
    return switch (this) {
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case MAXIMUM -> Math.max(a, b);
      case MINIMUM -> Math.min(a, b);
    };
  }

  /** Whether the largest or smallest value is {@code a}, as it is where both are equal. */
  boolean takesFirst(float a, float b) {
    return this == MAXIMUM ? a >= b : a <= b;
  }
}
