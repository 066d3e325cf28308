package dev.annotron.processor.plan;

/** How an operation is computed. */
public enum Way {
  /** No work at all: sources, and values that are another's memory in another shape. */
  FREE,
  /** Straight-line Java for each sample. */
  UNROLLED,
  /** Java loops. */
  LOOP,
  /** A call of a kernel. */
  NATIVE
}
