package dev.annotron.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** The types of {@link ConvolutionOp}s and {@link PoolOp}s: their geometry says it all. */
final class ConvolutionTypes {
  private ConvolutionTypes() {}

  static Type infer(ConvolutionOp op, List<Type> inputs) {
    Type picture = Type.perSample(op.geometry().picture());
    Type kernel = Type.shared(op.geometry().kernel());
    Type result = Type.perSample(op.geometry().result());
    return switch (op) {
      case ConvolutionOp.Convolve _ -> check(inputs, List.of(picture, kernel), result);
      case ConvolutionOp.ConvolveTransposed _ -> check(inputs, List.of(result, kernel), picture);
      case ConvolutionOp.ConvolveKernelGradient _ ->
          check(inputs, List.of(picture, result), kernel);
      case ConvolutionOp.ConvolveFused fused -> {
        List<Type> expected = new ArrayList<>(List.of(picture, kernel));
        if (fused.hasBias()) {
          expected.add(Type.shared(Shape.of(op.geometry().filters())));
        }
        yield check(inputs, expected, result);
      }
    };
  }

  static Type infer(PoolOp op, List<Type> inputs) {
    Type picture = Type.perSample(op.geometry().picture());
    Type result = Type.perSample(op.geometry().result());
    return switch (op) {
      case PoolOp.MaxPool _, PoolOp.SumPool _ -> check(inputs, List.of(picture), result);
      case PoolOp.MaxPoolGradient _ -> check(inputs, List.of(picture, result, result), picture);
      case PoolOp.SpreadPool _ -> check(inputs, List.of(result), picture);
    };
  }

  private static Type check(List<Type> inputs, List<Type> expected, Type result) {
    if (!inputs.equals(expected)) {
      throw new IllegalArgumentException(
          "ill-typed operands: " + inputs + ", expected " + expected);
    }
    return result;
  }
}
