package dev.annotron.processor.plan;

/**
 * What the user asks for with {@code -Aannotron.compute}: the best way for each operation, or one.
 */
public enum Compute {
  AUTO,
  UNROLLED,
  LOOP,
  NATIVE
}
