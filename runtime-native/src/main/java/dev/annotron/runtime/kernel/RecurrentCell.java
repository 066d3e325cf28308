package dev.annotron.runtime.kernel;

/**
 * The kinds of recurrent cells; the order is the native library's numbering.
 *
 * <p>In these formulas {@code z} is the product of the step's input and the kernel, {@code h} the
 * state before the step, {@code U} the recurrent kernel, {@code f} the activation and {@code s} the
 * recurrent one. What is split by {@code |} lies side by side, {@code units} floats each.
 */
public enum RecurrentCell {
  /** {@code h' = f(z + h·U)}. */
  SIMPLE_RNN(1, 1, 3),
  /**
   * {@code i|e|g|o = z + h·U}; {@code c' = s(e)·c + s(i)·f(g)}; {@code h' = s(o)·f(c')}, as <a
   * href="https://keras.io/api/layers/recurrent_layers/lstm/">Keras: LSTM</a>.
   */
  LSTM(4, 4, 7),
  /**
   * {@code a|b|n = h·U + bias[1]}, {@code z|r|x} the rest of the sums with {@code bias[0]}; {@code
   * u = s(z + a)}, {@code v = s(r + b)}, {@code h' = u·h + (1 − u)·f(x + v·n)}, as <a
   * href="https://keras.io/api/layers/recurrent_layers/gru/">Keras: GRU</a> with its reset after
   * the product.
   */
  GRU(3, 6, 6);

  private final int gates;
  private final int gradients;
  private final int trace;

  RecurrentCell(int gates, int gradients, int trace) {
    this.gates = gates;
    this.gradients = gradients;
    this.trace = trace;
  }

  /** The columns of the recurrent kernel, in units. */
  public int gates() {
    return gates;
  }

  /** The gradients of a step, in units: by the gates' sums, and for a GRU by its products too. */
  public int gradients() {
    return gradients;
  }

  /** What is kept of a step, in units: the gates, then cell state or product, then h, then h'. */
  public int trace() {
    return trace;
  }
}
