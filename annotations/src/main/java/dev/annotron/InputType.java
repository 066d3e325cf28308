package dev.annotron;

/** What the values of an {@link Input} are. */
public enum InputType {
  /** Numbers. */
  FLOAT,
  /**
   * Ids, such as those of words: whole numbers from 0 up to the {@code inputDim} of the
   * {@code @Embedding} layers that read them, which alone may. They are given as floats; any other
   * value is refused, with its place, before anything is computed.
   */
  INT
}
