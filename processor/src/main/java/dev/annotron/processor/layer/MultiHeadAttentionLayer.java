package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.ir.ShapeOp;
import dev.annotron.processor.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code @MultiHeadAttention}: products of steps with steps, for each head. */
final class MultiHeadAttentionLayer implements Layer {
  /** What a step that must not be looked at scores: its weight is 0 in float and in double. */
  static final double HIDDEN = -1e9;

  @Override
  public String kind() {
    return "MultiHeadAttention";
  }

  @Override
  public Arity arity() {
    return Arity.ONE_TO_THREE;
  }

  @Override
  public Set<String> modifiers() {
    return Set.of("Init");
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public boolean check(Composer composer) {
    Value<Integer> valueDim = composer.annotation().integer("valueDim");
    boolean fine = composer.check(valueDim.value() >= 0, "valueDim", valueDim, "at least 0");
    for (String attribute : List.of("numHeads", "keyDim")) {
      Value<Integer> size = composer.annotation().integer(attribute);
      fine &= composer.check(size.value() >= 1, attribute, size, "at least 1");
    }
    return fine;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    List<Node> inputs = composer.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      int rank = inputs.get(i).shape().rank();
      if (rank != 2) {
        return composer.refuse(
            Code.SHAPE_RANK,
            composer.annotation().at(),
            "MultiHeadAttention takes rank 2 (steps, features), found rank %d (%s); %s"
                .formatted(rank, composer.path(), composer.sequenceMend(i)));
      }
    }
    int value = Math.min(1, inputs.size() - 1);
    int key = inputs.size() - 1;
    if (steps(inputs.get(key)) != steps(inputs.get(value))) {
      return composer.refuse(
          Code.SHAPE_MISMATCH,
          composer.inputPosition(key),
          "MultiHeadAttention takes a key with as many steps as the value, found %s and %s (%s);"
                  .formatted(inputs.get(key).shape(), inputs.get(value).shape(), composer.path())
              + " make them equal");
    }
    return Optional.of(attend(composer, inputs.getFirst(), value, key));
  }

  private static Node attend(Composer composer, Node query, int value, int key) {
    int keyDim = composer.annotation().integer("keyDim").value();
    int written = composer.annotation().integer("valueDim").value();
    int valueDim = written == 0 ? keyDim : written;
    Node q = heads(composer, "query", query, keyDim);
    Node k = heads(composer, "key", composer.inputs().get(key), keyDim);
    Node v = heads(composer, "value", composer.inputs().get(value), valueDim);
    double scale = (float) (1 / Math.sqrt(keyDim)); // as kernels have it, and Keras in all types
    Node scores = composer.add(new SequenceOp.Products(false, true, scale), q, k);
    Node shares = composer.add(new Op.Softmax(), hidden(composer, scores, value));
    Node means = composer.add(new SequenceOp.Products(false, false, 1), shares, v);
    return output(composer, means, query.shape());
  }

  /** The scores, without those of steps that must not be looked at. */
  private static Node hidden(Composer composer, Node scores, int value) {
    boolean causal = composer.annotation().flag("causal").value();
    Optional<Node> mask = composer.mask(value);
    if (!causal && mask.isEmpty()) {
      return scores;
    }
    List<Node> operands = new ArrayList<>(List.of(scores));
    mask.ifPresent(operands::add);
    return composer.add(new SequenceOp.Hide(causal, mask.isPresent(), HIDDEN), operands);
  }

  /** {@code x[t,n] → [heads,t,size]}, by a kernel of this name. */
  private static Node heads(Composer composer, String name, Node x, int size) {
    int heads = composer.annotation().integer("numHeads").value();
    int in = x.shape().last();
    Node kernel =
        composer.trained(
            name + "/kernel",
            Shape.of(in, heads, size),
            composer.initializer("value", Initializer.GLOROT_UNIFORM),
            in * heads,
            in * size);
    Node y = product(composer, x, kernel, in, heads * size);
    y = bias(composer, name, y, Shape.of(heads, size));
    Node split = composer.add(new Op.Reshape(Shape.of(steps(x), heads, size)), y);
    return composer.add(new ShapeOp.Swap(0), split);
  }

  /** {@code means[heads,t,size] → [t,n]}. */
  private static Node output(Composer composer, Node means, Shape shape) {
    int heads = means.shape().dimension(0);
    int size = means.shape().last();
    int out = shape.last();
    Node swapped = composer.add(new ShapeOp.Swap(0), means);
    Shape flat = Shape.of(shape.dimension(0), heads * size);
    Node kernel =
        composer.trained(
            "attentionOutput/kernel",
            Shape.of(heads, size, out),
            composer.initializer("value", Initializer.GLOROT_UNIFORM),
            heads * size,
            heads * out);
    Node x = composer.add(new Op.Reshape(flat), swapped);
    Node y = product(composer, x, kernel, heads * size, out);
    return bias(composer, "attentionOutput", y, Shape.of(out));
  }

  private static Node product(Composer composer, Node x, Node kernel, int in, int out) {
    Node matrix = composer.add(new Op.Reshape(Shape.of(in, out)), kernel);
    return composer.add(new Op.MatMul(), x, matrix);
  }

  private static Node bias(Composer composer, String name, Node y, Shape shape) {
    if (!composer.annotation().flag("useBias").value()) {
      return y;
    }
    Initializer start = composer.initializer("bias", Initializer.ZEROS);
    int size = shape.size();
    Node bias = composer.trained(name + "/bias", shape, start, size, size);
    return composer.add(new Op.AddBias(), y, composer.add(new Op.Reshape(Shape.of(size)), bias));
  }

  private static int steps(Node x) {
    return x.shape().dimension(0);
  }
}
