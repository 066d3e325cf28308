package dev.annotron.processor.ir;

import java.util.List;

/** The types of {@link RecurrentOp}s. */
final class RecurrentTypes {
  private RecurrentTypes() {}

  static Type infer(RecurrentOp op, List<Type> in) {
    return switch (op) {
      case RecurrentOp.Recur(RecurrentOp.Cell cell) -> {
        int steps = operands(cell, in, 0);
        yield Type.perSample(Shape.of(steps, cell.trace()));
      }
      case RecurrentOp.States(RecurrentOp.Cell cell, boolean last) -> {
        int steps = operands(cell, in, 1);
        require(in.getFirst(), Type.perSample(Shape.of(steps, cell.trace())));
        yield states(cell, last, steps);
      }
      case RecurrentOp.StatesGradient(RecurrentOp.Cell cell, boolean last) -> {
        int steps = in.getFirst().shape().dimension(0);
        require(in.getFirst(), Type.perSample(Shape.of(steps, cell.trace())));
        require(in.get(1), Type.shared(Shape.of(cell.units(), cell.gates())));
        require(in.get(2), states(cell, last, steps));
        mask(cell, in, 3, steps);
        yield Type.perSample(Shape.of(steps, cell.gradients()));
      }
      case RecurrentOp.RecurrentKernelGradient(RecurrentOp.Cell cell) -> {
        int steps = in.getFirst().shape().dimension(0);
        require(in.getFirst(), Type.perSample(Shape.of(steps, cell.trace())));
        require(in.getLast(), Type.perSample(Shape.of(steps, cell.gradients())));
        yield Type.shared(Shape.of(cell.units(), cell.gates()));
      }
    };
  }

  /** Checks the operands of a {@link RecurrentOp.Recur} that start at {@code from}. */
  private static int operands(RecurrentOp.Cell cell, List<Type> in, int from) {
    int steps = in.get(from).shape().dimension(0);
    require(in.get(from), Type.perSample(Shape.of(steps, cell.gates())));
    require(in.get(from + 1), Type.shared(Shape.of(cell.units(), cell.gates())));
    if (cell.hasBias()) {
      require(in.get(from + 2), Type.shared(Shape.of(2, cell.gates())));
    }
    mask(cell, in, cell.maskAt(from + 2), steps);
    return steps;
  }

  private static void mask(RecurrentOp.Cell cell, List<Type> in, int at, int steps) {
    if (cell.masked()) {
      require(in.get(at), Type.perSample(Shape.of(steps)));
    }
    if (in.size() != at + (cell.masked() ? 1 : 0)) {
      throw new IllegalArgumentException("ill-typed operands: " + in);
    }
  }

  private static Type states(RecurrentOp.Cell cell, boolean last, int steps) {
    return Type.perSample(last ? Shape.of(cell.units()) : Shape.of(steps, cell.units()));
  }

  private static void require(Type found, Type expected) {
    if (!found.equals(expected)) {
      throw new IllegalArgumentException("ill-typed operand " + found + " for " + expected);
    }
  }
}
