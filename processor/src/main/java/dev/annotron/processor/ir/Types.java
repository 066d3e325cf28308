package dev.annotron.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** The type rule of every operation: the IR's executable specification. */
final class Types {
  private Types() {}

  static Type infer(Op op, List<Type> inputs) {
    return switch (op) {
      case Op.Input input -> source(Type.perSample(input.shape()), inputs);
      case Op.Target target -> source(Type.perSample(target.shape()), inputs);
      case Op.SampleWeights _ -> source(Type.perSample(Shape.of(1)), inputs);
      case Op.Parameter parameter -> source(Type.shared(parameter.shape()), inputs);
      case Op.MatMul _ -> matMul(inputs);
      case Op.AddBias _ -> addBias(inputs);
      case Op.Activate _, Op.Softmax _ -> same(inputs, 1);
      case Op.Add _, Op.ActivateGradient _, Op.SoftmaxGradient _ -> same(inputs, 2);
      case Op.Concat concat -> concat(concat, inputs);
      case Op.Reshape reshape -> reshape(reshape, inputs);
      case Op.Loss loss -> loss(loss.kind(), inputs);
      case Op.ActivityPenalty _ -> {
        perSample(arity(inputs, 1).getFirst());
        yield Type.shared(Shape.SCALAR);
      }
      case Op.MatMulInputGradient _ -> matMulInputGradient(inputs);
      case Op.MatMulKernelGradient _ -> matMulKernelGradient(inputs);
      case Op.SumRows _ -> Type.shared(Shape.of(arity(inputs, 1).getFirst().shape().last()));
      case Op.Slice slice -> slice(slice, inputs);
      case Op.LossGradient gradient -> lossGradient(gradient.kind(), inputs);
      case Op.ActivityGradient _ -> Type.perSample(perSample(arity(inputs, 1).getFirst()));
      case Op.Dense dense -> dense(dense, inputs);
      case ElementOp element -> ElementTypes.infer(element, inputs);
      case RandomOp _ -> same(inputs, 1);
      case NormalizationOp normalization -> NormalizationTypes.infer(normalization, inputs);
      case RecurrentOp recurrent -> RecurrentTypes.infer(recurrent, inputs);
      case SequenceOp sequence -> SequenceTypes.infer(sequence, inputs);
      case ConvolutionOp convolution -> ConvolutionTypes.infer(convolution, inputs);
      case PoolOp pool -> ConvolutionTypes.infer(pool, inputs);
      case ShapeOp shape ->
          Type.perSample(ShapeTypes.infer(shape, perSample(arity(inputs, 1).getFirst())));
    };
  }

  private static Type source(Type type, List<Type> inputs) {
    arity(inputs, 0);
    return type;
  }

  private static Type matMul(List<Type> inputs) {
    Shape x = perSample(arity(inputs, 2).get(0));
    Shape kernel = shared(inputs.get(1));
    require(x.rank() >= 1 && kernel.rank() == 2, inputs);
    require(x.last() == kernel.dimension(0), inputs);
    return Type.perSample(x.with(x.rank() - 1, kernel.dimension(1)));
  }

  private static Type addBias(List<Type> inputs) {
    Shape x = perSample(arity(inputs, 2).get(0));
    require(shared(inputs.get(1)).equals(Shape.of(x.last())), inputs);
    return inputs.getFirst();
  }

  private static Type same(List<Type> inputs, int count) {
    Type first = arity(inputs, count).getFirst();
    require(inputs.stream().allMatch(first::equals), inputs);
    return first;
  }

  private static Type concat(Op.Concat op, List<Type> inputs) {
    require(inputs.size() >= 2, inputs);
    Shape first = perSample(inputs.getFirst());
    require(op.axis() >= 0 && op.axis() < first.rank(), inputs);
    int size = 0;
    for (Type input : inputs) {
      Shape shape = perSample(input);
      require(shape.rank() == first.rank(), inputs);
      require(shape.with(op.axis(), 1).equals(first.with(op.axis(), 1)), inputs);
      size = Math.addExact(size, shape.dimension(op.axis()));
    }
    return Type.perSample(first.with(op.axis(), size));
  }

  private static Type reshape(Op.Reshape op, List<Type> inputs) {
    Type input = arity(inputs, 1).getFirst();
    require(input.shape().size() == op.shape().size(), inputs);
    return new Type(op.shape(), input.batched());
  }

  private static Type loss(LossKind kind, List<Type> inputs) {
    int count = kind.fromLogits() ? 4 : 3;
    arity(inputs, count);
    require(!kind.fromLogits() || inputs.get(0).equals(inputs.get(1)), inputs);
    lossGradient(kind, List.of(inputs.getFirst(), inputs.get(count - 2), inputs.get(count - 1)));
    return Type.shared(Shape.SCALAR);
  }

  private static Type lossGradient(LossKind kind, List<Type> inputs) {
    Shape prediction = perSample(arity(inputs, 3).get(0));
    Shape target = perSample(inputs.get(1));
    Shape expected = kind.sparse() ? prediction.with(prediction.rank() - 1, 1) : prediction;
    require(target.equals(expected), inputs);
    Shape weights = perSample(inputs.get(2));
    int steps = prediction.size() / prediction.last();
    require(weights.rank() == 1 && steps % weights.size() == 0, inputs);
    return inputs.getFirst();
  }

  private static Type matMulInputGradient(List<Type> inputs) {
    Shape dy = perSample(arity(inputs, 2).get(0));
    Shape kernel = shared(inputs.get(1));
    require(dy.rank() >= 1 && kernel.rank() == 2, inputs);
    require(dy.last() == kernel.dimension(1), inputs);
    return Type.perSample(dy.with(dy.rank() - 1, kernel.dimension(0)));
  }

  private static Type matMulKernelGradient(List<Type> inputs) {
    Shape x = perSample(arity(inputs, 2).get(0));
    Shape dy = perSample(inputs.get(1));
    require(x.rank() >= 1 && x.rank() == dy.rank(), inputs);
    require(x.with(x.rank() - 1, 1).equals(dy.with(x.rank() - 1, 1)), inputs);
    return Type.shared(Shape.of(x.last(), dy.last()));
  }

  private static Type slice(Op.Slice op, List<Type> inputs) {
    Shape x = perSample(arity(inputs, 1).getFirst());
    require(op.axis() >= 0 && op.axis() < x.rank() && op.from() >= 0 && op.size() > 0, inputs);
    require(op.from() + op.size() <= x.dimension(op.axis()), inputs);
    return Type.perSample(x.with(op.axis(), op.size()));
  }

  private static Type dense(Op.Dense op, List<Type> inputs) {
    arity(inputs, op.hasBias() ? 3 : 2);
    List<Type> product = new ArrayList<>(inputs.subList(0, 2));
    Type result = matMul(product);
    return op.hasBias() ? addBias(List.of(result, inputs.get(2))) : result;
  }

  private static Shape perSample(Type type) {
    require(type.batched(), List.of(type));
    return type.shape();
  }

  private static Shape shared(Type type) {
    require(!type.batched(), List.of(type));
    return type.shape();
  }

  private static List<Type> arity(List<Type> inputs, int count) {
    require(inputs.size() == count, inputs);
    return inputs;
  }

  private static void require(boolean condition, List<Type> inputs) {
    if (!condition) {
      throw new IllegalArgumentException("ill-typed operands: " + inputs);
    }
  }
}
