package dev.annotron;

/** What windows do at the edges of what they move over. */
public enum Padding {
  /** They stay inside, so that the result is smaller. */
  VALID,
  /**
   * With a stride of 1 the result is as large as the input, else smaller by the stride and rounded
   * up. Zeros are put around the input as needed; where their number is odd, one more behind it.
   */
  SAME,
  /** For sequences: zeros are put before the first step, so that no window looks ahead. */
  CAUSAL
}
