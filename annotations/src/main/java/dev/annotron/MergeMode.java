package dev.annotron;

/** How {@link Bidirectional} makes one tensor of the two directions' results. */
public enum MergeMode {
  /** Side by side: twice as wide. */
  CONCAT,
  /** Their sum. */
  SUM,
  /** Their product, value by value. */
  MUL,
  /** Their mean. */
  AVE
}
