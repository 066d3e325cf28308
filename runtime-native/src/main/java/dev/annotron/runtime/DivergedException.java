package dev.annotron.runtime;

/**
 * Training produced a loss or weights that are not finite. The model keeps its last good weights
 * and can be used and trained on.
 */
public final class DivergedException extends AnnotronException {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final long step;
  private final String layer;
  private final transient History history;

  /**
   * Made by {@link Model#fit}.
   *
   * @param epoch the epoch in which it happened, from 1
   * @param step the step within the epoch, from 1
   * @param layer where the first number that is not finite was found, such as {@code "hidden"}
   * @param found the first part of the message
   * @param restored whether the weights went back to the last good ones
   * @param history the whole epochs before
   */
  public DivergedException(
      int epoch, long step, String layer, String found, boolean restored, History history) {
    super(
        found,
        "finite numbers",
        (restored ? "The last good weights are kept. Use" : "The weights stay as they are. Use")
            + " a smaller learning rate, scale the features to about"
            + " -1 to 1 (standardize), or start from smaller weights.");
    this.epoch = epoch;
    this.step = step;
    this.layer = layer;
    this.history = history;
  }

  /** The epoch in which it happened, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The step within the epoch, from 1. */
  public long step() {
    return step;
  }

  /** The layer, or the weight, in which the first number that is not finite was found. */
  public String layer() {
    return layer;
  }

  /** The values of the whole epochs before. */
  public History history() {
    return history;
  }
}
