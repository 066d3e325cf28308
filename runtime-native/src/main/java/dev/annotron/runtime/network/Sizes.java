package dev.annotron.runtime.network;

import java.util.List;

/** Adds up the floats of tensors. */
final class Sizes {
  private Sizes() {}

  static int sum(List<Architecture.Shaped> tensors) {
    int sum = 0;
    for (Architecture.Shaped tensor : tensors) {
      sum = Math.addExact(sum, tensor.size());
    }
    return sum;
  }
}
