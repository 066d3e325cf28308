package dev.annotron.processor.ir;

import java.util.List;

/** One operation with its operands, its type and the layer it belongs to; equal only to itself. */
public final class Node {
  private final int id;
  private final Op op;
  private final List<Node> inputs;
  private final Type type;
  private final Origin origin;

  Node(int id, Op op, List<Node> inputs, Type type, Origin origin) {
    this.id = id;
    this.op = op;
    this.inputs = List.copyOf(inputs);
    this.type = type;
    this.origin = origin;
  }

  /**
   * What a node was made for.
   *
   * @param layer the layer's name
   * @param backward whether it belongs to the backward pass
   */
  public record Origin(String layer, boolean backward) {
    public Origin inBackward() {
      return new Origin(layer, true);
    }
  }

  /** The node's number in its graph's builder; operands have smaller ones. */
  public int id() {
    return id;
  }

  public Op op() {
    return op;
  }

  public List<Node> inputs() {
    return inputs;
  }

  public Node input(int index) {
    return inputs.get(index);
  }

  public Type type() {
    return type;
  }

  public Shape shape() {
    return type.shape();
  }

  /** The node whose memory this one is: a reshaped tensor is its operand. */
  public Node owner() {
    return op instanceof Op.Reshape ? inputs.getFirst().owner() : this;
  }

  public Origin origin() {
    return origin;
  }

  @Override
  public String toString() {
    return "%" + id;
  }
}
