package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.RecurrentOp.Cell;
import java.util.Arrays;
import java.util.List;

/** The meaning of {@link RecurrentOp}s, sample by sample. */
final class Recurrences {
  private Recurrences() {}

  static double[] value(RecurrentOp op, Node node, List<double[]> in, int rows) {
    return switch (op) {
      case RecurrentOp.Recur(Cell cell) -> forward(cell, in, rows, in.getFirst().length / rows);
      case RecurrentOp.States(Cell cell, boolean last) -> states(cell, last, in.getFirst(), rows);
      case RecurrentOp.StatesGradient(Cell cell, boolean last) -> backward(cell, last, in, rows);
      case RecurrentOp.RecurrentKernelGradient(Cell cell) ->
          kernelGradient(cell, in.get(0), in.get(1), node.shape().size());
    };
  }

  private static double[] forward(Cell cell, List<double[]> in, int rows, int size) {
    int steps = size / cell.gates();
    double[] traces = new double[rows * steps * cell.trace()];
    double[] bias = cell.hasBias() ? in.get(2) : new double[0];
    for (int row = 0; row < rows; row++) {
      double[] trace = new double[steps * cell.trace()];
      new Recurrence(cell, in.get(1), trace)
          .forward(part(in.get(0), row, size), bias, mask(cell, in, 2, row, steps));
      System.arraycopy(trace, 0, traces, row * trace.length, trace.length);
    }
    return traces;
  }

  private static double[] states(Cell cell, boolean last, double[] traces, int rows) {
    int lines = traces.length / cell.trace();
    int apart = last ? lines / rows : 1;
    double[] states = new double[lines / apart * cell.units()];
    for (int i = 0; i < lines / apart; i++) {
      int at = (i + 1) * apart * cell.trace() - cell.units();
      System.arraycopy(traces, at, states, i * cell.units(), cell.units());
    }
    return states;
  }

  private static double[] backward(Cell cell, boolean last, List<double[]> in, int rows) {
    int steps = in.getFirst().length / rows / cell.trace();
    double[] all = new double[rows * steps * cell.gradients()];
    for (int row = 0; row < rows; row++) {
      double[] dh = new double[steps * cell.units()];
      int given = last ? cell.units() : dh.length;
      System.arraycopy(in.get(2), row * given, dh, dh.length - given, given);
      double[] g =
          new Recurrence(cell, in.get(1), part(in.get(0), row, steps * cell.trace()))
              .backward(dh, gradientMask(cell, in, row, steps));
      System.arraycopy(g, 0, all, row * g.length, g.length);
    }
    return all;
  }

  private static double[] kernelGradient(Cell cell, double[] traces, double[] g, int size) {
    double[] sum = new double[size];
    int first = cell.gradients() - cell.gates();
    for (int line = 0; line < traces.length / cell.trace(); line++) {
      int h = (line + 1) * cell.trace() - 2 * cell.units();
      for (int i = 0; i < size; i++) {
        int column = first + i % cell.gates();
        sum[i] += traces[h + i / cell.gates()] * g[line * cell.gradients() + column];
      }
    }
    return sum;
  }

  private static double[] mask(Cell cell, List<double[]> in, int before, int row, int steps) {
    return cell.masked() ? part(in.get(cell.maskAt(before)), row, steps) : ones(steps);
  }

  private static double[] gradientMask(Cell cell, List<double[]> in, int row, int steps) {
    return cell.masked() ? part(in.get(3), row, steps) : ones(steps);
  }

  private static double[] ones(int steps) {
    double[] ones = new double[steps];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] part(double[] all, int row, int size) {
    return Arrays.copyOfRange(all, row * size, (row + 1) * size);
  }
}
