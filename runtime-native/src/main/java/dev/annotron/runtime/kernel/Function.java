package dev.annotron.runtime.kernel;

/**
 * The elementwise activation functions that kernels know; each has a method of the same name, and
 * one for its derivative, in {@link Functions}. The order is the native library's numbering.
 */
public enum Function {
  LINEAR(true),
  RELU(true),
  RELU6(true),
  LEAKY_RELU(true),
  ELU(true),
  SELU(true),
  SILU(false),
  GELU(false),
  GELU_TANH(false),
  SOFTPLUS(true),
  SOFTSIGN(true),
  TANH(true),
  SIGMOID(true),
  HARD_SIGMOID(true),
  MISH(false),
  EXPONENTIAL(true);

  private final boolean derivativeFromOutput;

  Function(boolean derivativeFromOutput) {
    this.derivativeFromOutput = derivativeFromOutput;
  }

  /** Whether the derivative is computed from the function's result instead of its argument. */
  public boolean derivativeFromOutput() {
    return derivativeFromOutput;
  }
}
