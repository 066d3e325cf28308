package dev.annotron.examples;

import dev.annotron.runtime.Weight;
import dev.annotron.runtime.Weights;
import java.util.Arrays;

/** Whether two networks are the same to the last bit. */
public final class SameBits {
  private SameBits() {}

  /** True if the weights have the same names and bits. */
  public static boolean of(Weights left, Weights right) {
    if (!left.names().equals(right.names())) {
      return false;
    }
    for (Weight weight : left) {
      if (!Arrays.equals(weight.toArray(), right.get(weight.name()).toArray())) {
        return false;
      }
    }
    return true;
  }
}
