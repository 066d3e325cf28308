package dev.annotron.processor.emit;

import dev.annotron.processor.ir.Node;

/**
 * How generated code names a tensor: an array and the index of its first float.
 *
 * @param array {@code weights}, {@code gradients} or {@code work}
 * @param base a constant for weights and gradients, else a parameter of the method
 * @param name what variables that hold its values are named after
 */
record Operand(Node node, String array, String base, String name) {
  static final String WEIGHTS = "weights";
  static final String GRADIENTS = "gradients";
  static final String WORK = "work";

  /** The kernels, and those of layers that read the samples wherever each lies. */
  static final String KERNELS = "kernels";

  static final String INPUT_KERNELS = "inputKernels";

  /** Whether the base is given to the method that uses the tensor. */
  boolean isParameter() {
    return array.equals(WORK);
  }

  /** The floats for one sample. */
  int size() {
    return node.shape().size();
  }

  /** The size of the last axis. */
  int columns() {
    return node.shape().last();
  }

  /** Rows of {@link #columns()} floats in all: of a per-sample tensor a multiple of the samples. */
  String rows() {
    int outer = size() / columns();
    if (!node.type().batched()) {
      return Integer.toString(outer);
    }
    return outer == 1 ? "rows" : "rows * " + outer;
  }

  /** The floats of all samples; of a shared tensor, those that there are. */
  String count() {
    if (!node.type().batched()) {
      return Integer.toString(size());
    }
    return size() == 1 ? "rows" : "rows * " + size();
  }

  /** The index of float {@code i} of sample {@code row}, or of the tensor if it is shared. */
  String at(String row, String i) {
    return base + " + " + times(row, size()) + " + " + i;
  }

  /** The index of column {@code j} of row {@code row}, of {@link #rows()} rows. */
  String cell(String row, String j) {
    return base + " + " + times(row, columns()) + " + " + j;
  }

  /** The index of float {@code i} behind the base. */
  String at(String i) {
    return base + " + " + i;
  }

  /** {@code index * factor}. */
  static String times(String index, int factor) {
    String whole = index.contains(" ") ? "(" + index + ")" : index;
    return factor == 1 ? index : whole + " * " + factor;
  }

  /** {@code index + offset}. */
  static String plus(String index, int offset) {
    return offset == 0 ? index : index + " + " + offset;
  }
}
