package dev.annotron.processor.ir;

import java.util.List;

/** The types of {@link NormalizationOp}s. */
final class NormalizationTypes {
  private NormalizationTypes() {}

  static Type infer(NormalizationOp op, List<Type> inputs) {
    Type x = inputs.getFirst();
    return switch (op) {
      case NormalizationOp.BatchMean _ -> {
        require(inputs.size() == 1 && x.batched(), inputs);
        yield Type.shared(Shape.of(x.shape().last()));
      }
      case NormalizationOp.BatchVariance _ -> {
        require(inputs.size() == 2, inputs);
        yield columns(x, inputs.subList(1, 2));
      }
      case NormalizationOp.InverseDeviation _ -> {
        require(inputs.size() == 1, inputs);
        yield x;
      }
      case NormalizationOp.Standardize standardize -> {
        require(inputs.size() == (standardize.hasBias() ? 5 : 4), inputs);
        columns(x, inputs.subList(1, inputs.size()));
        yield x;
      }
      case NormalizationOp.CenteredSum _ -> {
        require(inputs.size() == 3 && inputs.get(2).equals(x), inputs);
        yield columns(x, inputs.subList(1, 2));
      }
      case NormalizationOp.BatchSlopes _ -> {
        require(inputs.size() == 4 && inputs.stream().allMatch(x::equals), inputs);
        yield Type.shared(Shape.of(2, x.shape().last()));
      }
      case NormalizationOp.BatchGradient _ -> {
        require(inputs.size() == 5 && inputs.get(4).equals(x), inputs);
        columns(x, inputs.subList(1, 3));
        require(inputs.get(3).equals(Type.shared(Shape.of(2, x.shape().last()))), inputs);
        yield x;
      }
      case NormalizationOp.Normalize normalize -> {
        int operands = 1 + (normalize.hasGain() ? 1 : 0) + (normalize.hasBias() ? 1 : 0);
        require(inputs.size() == operands, inputs);
        yield grouped(normalize.groups(), inputs.subList(1, operands), inputs);
      }
      case NormalizationOp.NormalizeGradient gradient -> {
        int operands = gradient.hasGain() ? 3 : 2;
        require(inputs.size() == operands && inputs.getLast().equals(x), inputs);
        yield grouped(gradient.groups(), inputs.subList(1, operands - 1), inputs);
      }
      case NormalizationOp.NormalizeGainGradient(var groups, Shape shape) -> {
        require(inputs.size() == 2 && inputs.get(1).equals(x), inputs);
        grouped(groups, List.of(Type.shared(shape)), inputs);
        yield Type.shared(shape);
      }
    };
  }

  /** The type of tensors with a value for each column of {@code x}, which they must have. */
  private static Type columns(Type x, List<Type> values) {
    Type expected = Type.shared(Shape.of(x.shape().last()));
    require(x.batched() && values.stream().allMatch(expected::equals), values);
    return expected;
  }

  private static Type grouped(
      NormalizationOp.Groups groups, List<Type> scaling, List<Type> inputs) {
    Type x = inputs.getFirst();
    require(x.batched() && x.shape().size() == groups.size(), inputs);
    require(groups.scaled() % groups.inner() == 0, inputs);
    for (Type type : scaling) {
      require(!type.batched() && type.shape().size() == groups.scaled(), inputs);
    }
    return x;
  }

  private static void require(boolean condition, List<Type> inputs) {
    if (!condition) {
      throw new IllegalArgumentException("ill-typed operands: " + inputs);
    }
  }
}
