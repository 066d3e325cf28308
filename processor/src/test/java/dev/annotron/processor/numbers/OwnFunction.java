package dev.annotron.processor.numbers;

import java.util.Map;

/** A function as users write their own, with its derivative: {@code x / (1 + x²)}. */
public final class OwnFunction {
  static final Map<String, ?> ATTRIBUTES =
      Map.of(
          "type", OwnFunction.class.getCanonicalName(), "function", "value", "derivative", "slope");

  private OwnFunction() {}

  public static float value(float x) {
    return x / (1 + x * x);
  }

  public static float slope(float x) {
    float square = x * x;
    return (1 - square) / ((1 + square) * (1 + square));
  }
}
