package dev.annotron.peers;

import java.util.Random;

/**
 * A chain of layers with random weights as an ONNX model, so that no other program must export one.
 * Numbers of fields and types are those of onnx.proto.
 */
final class OnnxModel {
  private static final int IR_VERSION = 8;
  private static final int OPERATORS_VERSION = 13;
  private static final int FLOAT = 1;
  private static final int TYPE_INTS = 7;

  private final Proto graph = new Proto().add(2, "network");
  private final Random random = new Random(1);
  private String last = "x";
  private int names;

  /** A model whose input has that shape. */
  OnnxModel(long... shape) {
    graph.add(11, value(last, shape));
  }

  /** y = x . kernel + bias. */
  OnnxModel dense(int in, int units) {
    String kernel = weights(in, units);
    return node("Gemm", new String[] {last, kernel, weights(units)});
  }

  /** A convolution of 3 by 3 without padding. */
  OnnxModel convolution(int channels, int filters) {
    String kernel = weights(filters, channels, 3, 3);
    return node("Conv", new String[] {last, kernel, weights(filters)}, ints("kernel_shape", 3, 3));
  }

  /** The largest of each 2 by 2. */
  OnnxModel pool() {
    return node(
        "MaxPool", new String[] {last}, ints("kernel_shape", 2, 2), ints("strides", 2, 2));
  }

  /** An operator without weights, such as Relu. */
  OnnxModel then(String operator) {
    return node(operator, new String[] {last});
  }

  /** The model, whose output has that shape. */
  byte[] bytes(long... shape) {
    return new Proto()
        .add(1, IR_VERSION)
        .add(7, graph.add(12, value(last, shape)))
        .add(8, new Proto().add(1, "").add(2, OPERATORS_VERSION))
        .bytes();
  }

  private OnnxModel node(String operator, String[] inputs, Proto... attributes) {
    Proto node = new Proto();
    for (String input : inputs) {
      node.add(1, input);
    }
    last = "t" + names++;
    node.add(2, last).add(4, operator);
    for (Proto attribute : attributes) {
      node.add(5, attribute);
    }
    graph.add(1, node);
    return this;
  }

  private String weights(int... shape) {
    Proto tensor = new Proto();
    int count = 1;
    for (int size : shape) {
      tensor.add(1, size);
      count *= size;
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (random.nextFloat() - 0.5f) / 10;
    }
    String name = "w" + names++;
    graph.add(5, tensor.add(2, FLOAT).add(8, name).add(9, values));
    return name;
  }

  private static Proto ints(String name, long... values) {
    Proto attribute = new Proto().add(1, name);
    for (long value : values) {
      attribute.add(8, value);
    }
    return attribute.add(20, TYPE_INTS);
  }

  private static Proto value(String name, long... shape) {
    Proto dimensions = new Proto();
    for (long size : shape) {
      dimensions.add(1, new Proto().add(1, size));
    }
    Proto tensor = new Proto().add(1, FLOAT).add(2, dimensions);
    return new Proto().add(1, name).add(2, new Proto().add(1, tensor));
  }
}
