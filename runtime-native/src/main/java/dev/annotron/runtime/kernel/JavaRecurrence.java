package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Recurrent cells in plain Java: sample by sample, step by step, in arrays of the thread that grow
 * to the largest cell seen.
 */
final class JavaRecurrence {
  /** The slope of a leaky relu, which Keras's function of that name has. */
  private static final float SLOPE = 0.2f;

  private static final ThreadLocal<JavaRecurrence> OF_THREAD =
      ThreadLocal.withInitial(JavaRecurrence::new);

  private RecurrentCell cell = RecurrentCell.SIMPLE_RNN;
  private Function activation = Function.TANH;
  private Function recurrentActivation = Function.SIGMOID;
  private int units;

  private float[] kernel = {};
  private float[] bias = {};

  /** What the step's input gives. */
  private float[] z = {};

  /** {@code h · U}, and in the backward pass the gradients by the step's sums. */
  private float[] sum = {};

  /** A step's row of the trace. */
  private float[] line = {};

  /** The cell state before the step. */
  private float[] before = {};

  /** The gradients by the states after the step. */
  private float[] dh = {};

  private float[] dc = {};

  private JavaRecurrence() {}

  /** Makes the thread's arrays large enough, and copies the weights there. */
  static JavaRecurrence of(
      RecurrentCell cell,
      Function activation,
      Function recurrentActivation,
      MemorySegment weights,
      long kernelAt,
      long biasAt,
      int units) {
    JavaRecurrence made = OF_THREAD.get();
    made.cell = cell;
    made.activation = activation;
    made.recurrentActivation = recurrentActivation;
    made.units = units;
    int columns = cell.gates() * units;
    made.kernel = atLeast(made.kernel, units * columns);
    read(weights, kernelAt, made.kernel, units * columns);
    made.bias = atLeast(made.bias, 2 * columns);
    Arrays.fill(made.bias, 0);
    if (biasAt >= 0) {
      read(weights, biasAt, made.bias, 2 * columns);
    }
    made.z = atLeast(made.z, columns);
    made.sum = atLeast(made.sum, cell.gradients() * units);
    made.line = atLeast(made.line, cell.trace() * units);
    made.before = atLeast(made.before, units);
    made.dh = atLeast(made.dh, units);
    made.dc = atLeast(made.dc, units);
    return made;
  }

  /** All steps of one sample; {@code maskAt} is -1 for no mask. */
  void forward(
      MemorySegment from,
      long zAt,
      MemorySegment mask,
      long maskAt,
      MemorySegment trace,
      long traceAt,
      int steps) {
    int columns = cell.gates() * units;
    int width = cell.trace() * units;
    Arrays.fill(line, 0, width, 0);
    for (int step = 0; step < steps; step++) {
      System.arraycopy(line, width - units, line, width - 2 * units, units);
      if (maskAt < 0 || mask.getAtIndex(JAVA_FLOAT, maskAt + step) != 0) {
        read(from, zAt + (long) step * columns, z, columns);
        product(width - 2 * units, columns);
        step(width - 2 * units, width - units);
      }
      write(line, width, trace, traceAt + (long) step * width);
    }
  }

  /** {@code sum = h · U}, with {@code h} in the line. */
  private void product(int hAt, int columns) {
    Arrays.fill(sum, 0, columns, 0);
    for (int k = 0; k < units; k++) {
      float h = line[hAt + k];
      int row = k * columns;
      for (int j = 0; j < columns; j++) {
        sum[j] += h * kernel[row + j];
      }
    }
  }

  private void step(int hAt, int toAt) {
    switch (cell) {
      case SIMPLE_RNN -> {
        for (int j = 0; j < units; j++) {
          line[j] = kept(activation, z[j] + sum[j]);
          line[toAt + j] = value(activation, line[j]);
        }
      }
      case LSTM -> lstm(toAt);
      case GRU -> gru(hAt, toAt);
    }
  }

  private void lstm(int toAt) {
    int u = units;
    for (int j = 0; j < u; j++) {
      line[j] = kept(recurrentActivation, z[j] + sum[j]);
      line[u + j] = kept(recurrentActivation, z[u + j] + sum[u + j]);
      line[2 * u + j] = kept(activation, z[2 * u + j] + sum[2 * u + j]);
      line[3 * u + j] = kept(recurrentActivation, z[3 * u + j] + sum[3 * u + j]);
      float c =
          value(recurrentActivation, line[u + j]) * line[4 * u + j]
              + value(recurrentActivation, line[j]) * value(activation, line[2 * u + j]);
      line[4 * u + j] = c;
      line[toAt + j] =
          value(recurrentActivation, line[3 * u + j]) * Functions.apply(activation, SLOPE, c);
    }
  }

  private void gru(int hAt, int toAt) {
    int u = units;
    for (int j = 0; j < u; j++) {
      float update = z[j] + bias[j] + sum[j] + bias[3 * u + j];
      float reset = z[u + j] + bias[u + j] + sum[u + j] + bias[4 * u + j];
      float inner = sum[2 * u + j] + bias[5 * u + j];
      line[j] = kept(recurrentActivation, update);
      line[u + j] = kept(recurrentActivation, reset);
      float outer = z[2 * u + j] + bias[2 * u + j];
      line[2 * u + j] = kept(activation, outer + value(recurrentActivation, line[u + j]) * inner);
      line[3 * u + j] = inner;
      float share = value(recurrentActivation, line[j]);
      line[toAt + j] = share * line[hAt + j] + (1 - share) * value(activation, line[2 * u + j]);
    }
  }

  /** The gradients of all steps of one sample, from the last to the first. */
  void backward(
      MemorySegment trace,
      long traceAt,
      MemorySegment upstream,
      long dhAt,
      boolean last,
      MemorySegment mask,
      long maskAt,
      MemorySegment g,
      long gAt,
      int steps) {
    int width = cell.trace() * units;
    int gradients = cell.gradients() * units;
    Arrays.fill(dh, 0, units, 0);
    Arrays.fill(dc, 0, units, 0);
    for (int step = steps - 1; step >= 0; step--) {
      if (!last || step == steps - 1) {
        add(upstream, last ? dhAt : dhAt + (long) step * units);
      }
      if (maskAt >= 0 && mask.getAtIndex(JAVA_FLOAT, maskAt + step) == 0) {
        Arrays.fill(sum, 0, gradients, 0);
      } else {
        long at = traceAt + (long) step * width;
        read(trace, at, line, width);
        if (step > 0 && cell == RecurrentCell.LSTM) {
          read(trace, at - width + 4L * units, before, units);
        } else {
          Arrays.fill(before, 0, units, 0);
        }
        gradient(width - 2 * units);
        back(gradients - cell.gates() * units);
      }
      write(sum, gradients, g, gAt + (long) step * gradients);
    }
  }

  private void add(MemorySegment upstream, long at) {
    for (int j = 0; j < units; j++) {
      dh[j] += upstream.getAtIndex(JAVA_FLOAT, at + j);
    }
  }

  /** Makes of {@code dh} the gradients by the sums, and what of {@code dh} goes past them. */
  private void gradient(int hAt) {
    switch (cell) {
      case SIMPLE_RNN -> {
        for (int j = 0; j < units; j++) {
          sum[j] = dh[j] * derivative(activation, line[j]);
          dh[j] = 0;
        }
      }
      case LSTM -> lstmGradient();
      case GRU -> gruGradient(hAt);
    }
  }

  private void lstmGradient() {
    int u = units;
    for (int j = 0; j < u; j++) {
      float c = line[4 * u + j];
      float active = Functions.apply(activation, SLOPE, c);
      float in = value(recurrentActivation, line[j]);
      float forget = value(recurrentActivation, line[u + j]);
      float out = value(recurrentActivation, line[3 * u + j]);
      float slope = derivative(activation, activation.derivativeFromOutput() ? active : c);
      float d = dc[j] + dh[j] * out * slope;
      sum[j] = d * value(activation, line[2 * u + j]) * derivative(recurrentActivation, line[j]);
      sum[u + j] = d * before[j] * derivative(recurrentActivation, line[u + j]);
      sum[2 * u + j] = d * in * derivative(activation, line[2 * u + j]);
      sum[3 * u + j] = dh[j] * active * derivative(recurrentActivation, line[3 * u + j]);
      dc[j] = d * forget;
      dh[j] = 0;
    }
  }

  private void gruGradient(int hAt) {
    int u = units;
    for (int j = 0; j < u; j++) {
      float share = value(recurrentActivation, line[j]);
      float reset = value(recurrentActivation, line[u + j]);
      float fresh = value(activation, line[2 * u + j]);
      float update = dh[j] * (line[hAt + j] - fresh) * derivative(recurrentActivation, line[j]);
      float outer = dh[j] * (1 - share) * derivative(activation, line[2 * u + j]);
      float gate = outer * line[3 * u + j] * derivative(recurrentActivation, line[u + j]);
      sum[j] = update;
      sum[u + j] = gate;
      sum[2 * u + j] = outer;
      sum[3 * u + j] = update;
      sum[4 * u + j] = gate;
      sum[5 * u + j] = outer * reset;
      dh[j] *= share;
    }
  }

  /** {@code dh += U · gradients}, with the gradients by {@code h·U} from {@code at} on. */
  private void back(int at) {
    int columns = cell.gates() * units;
    for (int k = 0; k < units; k++) {
      float total = 0;
      int row = k * columns;
      for (int j = 0; j < columns; j++) {
        total += sum[at + j] * kernel[row + j];
      }
      dh[k] += total;
    }
  }

  /** What the trace holds of a function at an argument. */
  private static float kept(Function function, float x) {
    return function.derivativeFromOutput() ? Functions.apply(function, SLOPE, x) : x;
  }

  /** The function's result, of what the trace holds. */
  private static float value(Function function, float kept) {
    return function.derivativeFromOutput() ? kept : Functions.apply(function, SLOPE, kept);
  }

  private static float derivative(Function function, float kept) {
    return Functions.derivative(function, SLOPE, kept);
  }

  private static float[] atLeast(float[] array, int size) {
    return array.length < size ? new float[size] : array;
  }

  private static void read(MemorySegment from, long at, float[] to, int count) {
    MemorySegment.copy(from, JAVA_FLOAT, at * Float.BYTES, to, 0, count);
  }

  private static void write(float[] from, int count, MemorySegment to, long at) {
    MemorySegment.copy(from, 0, to, JAVA_FLOAT, at * Float.BYTES, count);
  }
}
