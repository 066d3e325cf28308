package dev.annotron.processor.ir;

import dev.annotron.Activation;
import java.util.Locale;

/**
 * An activation that looks at one value at a time.
 *
 * @param activation any but {@link Activation#SOFTMAX}
 * @param slope for {@link Activation#LEAKY_RELU} alone, else 0
 */
public record Pointwise(Activation activation, double slope) {
  public static final Pointwise LINEAR = of(Activation.LINEAR);

  /** Keras's slope of {@code activation="leaky_relu"}. */
  private static final double LEAKY_RELU_SLOPE = 0.2;

  public Pointwise {
    if (activation == Activation.SOFTMAX) {
      throw new IllegalArgumentException("softmax looks at a whole row");
    }
  }

  public static Pointwise of(Activation activation) {
    return new Pointwise(activation, activation == Activation.LEAKY_RELU ? LEAKY_RELU_SLOPE : 0);
  }

  /** Whether the derivative is a function of the result; else it is one of the argument. */
  public boolean derivativeFromOutput() {
    return switch (activation) {
      case SILU, GELU, GELU_TANH, MISH -> false;
      case LINEAR, RELU, RELU6, LEAKY_RELU, ELU, SELU, SOFTPLUS, SOFTSIGN, TANH -> true;
      case SIGMOID, HARD_SIGMOID, EXPONENTIAL -> true;
      case SOFTMAX -> throw new AssertionError(activation);
    };
  }

  @Override
  public String toString() {
    String name = activation.name().toLowerCase(Locale.ROOT);
    return activation == Activation.LEAKY_RELU ? name + "(" + slope + ")" : name;
  }
}
