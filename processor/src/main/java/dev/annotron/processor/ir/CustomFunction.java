package dev.annotron.processor.ir;

/**
 * A user's own function of one value, and its derivative: static methods from float to float.
 *
 * @param type the canonical name of their class
 */
public record CustomFunction(String type, String function, String derivative) {
  @Override
  public String toString() {
    return type + "." + function;
  }
}
