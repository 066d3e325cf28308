package dev.annotron.runtime.network;

/** {@link Tiny} by hand, slow and plain, as the compiler would generate it. */
class TinyProgram<S> implements Program<S> {
  private final Tiny tiny;
  private final Floats<S> at;

  TinyProgram(Tiny tiny, Floats<S> at) {
    this.tiny = tiny;
    this.at = at;
  }

  @Override
  public void predict(S weights, S work, int rows) {
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < tiny.hidden(); j++) {
        double sum = at.get(weights, tiny.hiddenBias() + j);
        for (int i = 0; i < tiny.features(); i++) {
          sum += input(work, row, i, rows) * at.get(weights, i * tiny.hidden() + j);
        }
        at.set(work, place(tiny.hiddenAt(), tiny.hidden(), row, j, rows), (float) Math.tanh(sum));
      }
      for (int k = 0; k < tiny.outputs(); k++) {
        double sum = at.get(weights, tiny.outBias() + k);
        for (int j = 0; j < tiny.hidden(); j++) {
          sum += hidden(work, row, j, rows) * at.get(weights, outKernel(j, k));
        }
        at.set(work, place(tiny.outAt(), tiny.outputs(), row, k, rows), (float) sum);
      }
      activate(work, row, rows);
    }
  }

  private void activate(S work, int row, int rows) {
    double sum = 0;
    for (int k = 0; k < tiny.outputs(); k++) {
      int place = place(tiny.outAt(), tiny.outputs(), row, k, rows);
      double logit = at.get(work, place);
      double value =
          switch (tiny.loss()) {
            case MEAN_SQUARED_ERROR -> logit;
            case BINARY_CROSSENTROPY -> 1 / (1 + Math.exp(-logit));
            default -> Math.exp(logit);
          };
      sum += value;
      at.set(work, place, (float) value);
    }
    for (int k = 0; tiny.loss().sparse() && k < tiny.outputs(); k++) {
      int place = place(tiny.outAt(), tiny.outputs(), row, k, rows);
      at.set(work, place, (float) (at.get(work, place) / sum));
    }
  }

  @Override
  public double evaluate(S weights, S work, int rows) {
    predict(weights, work, rows);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < tiny.outputs(); k++) {
        sum += loss(output(work, row, k, rows), target(work, row, k, rows));
      }
    }
    return sum / terms(rows);
  }

  private double loss(double p, double t) {
    return switch (tiny.loss()) {
      case MEAN_SQUARED_ERROR -> (p - t) * (p - t);
      case BINARY_CROSSENTROPY -> -t * Math.log(p) - (1 - t) * Math.log(1 - p);
      default -> t == 0 ? 0 : -Math.log(p);
    };
  }

  @Override
  public double differentiate(S weights, S gradients, S work, int rows, long draw) {
    double loss = evaluate(weights, work, rows);
    if (!Double.isFinite(loss)) {
      return loss;
    }
    for (int i = 0; i < tiny.outBias() + tiny.outputs(); i++) {
      at.set(gradients, i, 0);
    }
    double factor = (tiny.loss().name().startsWith("MEAN") ? 2.0 : 1.0) / terms(rows);
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < tiny.outputs(); k++) {
        double d = factor * (output(work, row, k, rows) - target(work, row, k, rows));
        at.set(work, place(tiny.dOutAt(), tiny.outputs(), row, k, rows), (float) d);
        add(gradients, tiny.outBias() + k, d);
      }
      for (int j = 0; j < tiny.hidden(); j++) {
        backward(weights, gradients, work, row, j, rows);
      }
    }
    return loss;
  }

  private void backward(S weights, S gradients, S work, int row, int j, int rows) {
    double h = hidden(work, row, j, rows);
    double dHidden = 0;
    for (int k = 0; k < tiny.outputs(); k++) {
      double d = at.get(work, place(tiny.dOutAt(), tiny.outputs(), row, k, rows));
      add(gradients, outKernel(j, k), d * h);
      dHidden += d * at.get(weights, outKernel(j, k));
    }
    double d = dHidden * (1 - h * h);
    add(gradients, tiny.hiddenBias() + j, d);
    for (int i = 0; i < tiny.features(); i++) {
      add(gradients, i * tiny.hidden() + j, d * input(work, row, i, rows));
    }
  }

  @Override
  public void update(S weights, S gradients, S state, float learningRate, long step) {
    for (int i = 0; i < tiny.outBias() + tiny.outputs(); i++) {
      float v = 0.9f * at.get(state, i) - learningRate * at.get(gradients, i);
      at.set(state, i, v);
      at.set(weights, i, at.get(weights, i) + v);
    }
  }

  private void add(S memory, int place, double value) {
    at.set(memory, place, (float) (at.get(memory, place) + value));
  }

  private int terms(int rows) {
    return tiny.loss().sparse() ? rows : rows * tiny.outputs();
  }

  private float input(S work, int row, int i, int rows) {
    int start = 0;
    int input = 0;
    while (i >= start + tiny.inputs()[input]) {
      start += tiny.inputs()[input++];
    }
    return at.get(work, place(start, tiny.inputs()[input], row, i - start, rows));
  }

  private float hidden(S work, int row, int j, int rows) {
    return at.get(work, place(tiny.hiddenAt(), tiny.hidden(), row, j, rows));
  }

  private float output(S work, int row, int k, int rows) {
    return at.get(work, place(tiny.outAt(), tiny.outputs(), row, k, rows));
  }

  private float target(S work, int row, int k, int rows) {
    float t = at.get(work, place(tiny.targetAt(), tiny.targets(), row, 0, rows));
    return tiny.loss().sparse()
        ? t == k ? 1 : 0
        : at.get(work, place(tiny.targetAt(), tiny.targets(), row, k, rows));
  }

  private int outKernel(int j, int k) {
    return tiny.outKernel() + j * tiny.outputs() + k;
  }

  private static int place(int slot, int size, int row, int column, int rows) {
    return slot * rows + row * size + column;
  }
}
