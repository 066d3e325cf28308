package dev.annotron.runtime.network;

/** Leaves the steps out that an output's mask passes over; as in Keras, no metric counts them. */
final class StepMask<S> {
  private final Storage<S> storage;
  private final Layout.Slot slot;
  private final float[] mask;
  private float[] kept = new float[0];

  StepMask(Storage<S> storage, Layout.Slot slot, int rows) {
    this.storage = storage;
    this.slot = slot;
    this.mask = new float[rows * slot.size()];
  }

  boolean isEmpty() {
    return slot.size() == 0;
  }

  /** The steps of a sample. */
  int steps() {
    return slot.size();
  }

  /**
   * Moves the steps that count to the front of {@code outputs}, and their targets to those of
   * {@link #targets()}.
   *
   * @param outputs those of {@code rows} samples
   * @param width the floats of a step's output
   * @param targetWidth the floats of a step's target
   * @return how many steps there are
   */
  int keep(S work, int rows, float[] outputs, int width, float[] targets, int at, int targetWidth) {
    int steps = rows * slot.size();
    if (kept.length < steps * targetWidth) {
      kept = new float[mask.length * targetWidth];
    }
    storage.read(work, (long) slot.at() * rows, mask, 0, steps);
    int count = 0;
    for (int i = 0; i < steps; i++) {
      if (mask[i] != 0) {
        System.arraycopy(outputs, i * width, outputs, count * width, width);
        System.arraycopy(targets, at + i * targetWidth, kept, count * targetWidth, targetWidth);
        count++;
      }
    }
    return count;
  }

  /** The targets of the steps that {@link #keep} left. */
  float[] targets() {
    return kept;
  }
}
