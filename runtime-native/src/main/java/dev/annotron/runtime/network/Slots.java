package dev.annotron.runtime.network;

import java.util.List;

/** The tensors of a kind in work memory, one after another in a sample's row. */
final class Slots {
  private final Layout.Slot[] slots;
  private final int width;

  Slots(List<Layout.Slot> slots) {
    this.slots = slots.toArray(new Layout.Slot[0]);
    int sum = 0;
    for (Layout.Slot slot : this.slots) {
      sum += slot.size();
    }
    this.width = sum;
  }

  /** The floats of all slots for one sample. */
  int width() {
    return width;
  }

  /**
   * Fills the matrices with the samples {@code samples[first]} and the next, {@code rows} in all.
   */
  <S> void load(Storage.Source<S> source, int[] samples, int first, int rows, S work) {
    int column = 0;
    for (Layout.Slot slot : slots) {
      source.copy(samples, first, rows, column, slot.size(), work, (long) slot.at() * rows);
      column += slot.size();
    }
  }

  /** Copies a sample to row {@code row} of {@code rows}. */
  <S> void write(Storage<S> storage, float[] x, S work, int row, int rows) {
    int column = 0;
    for (Layout.Slot slot : slots) {
      int size = slot.size();
      storage.write(x, column, work, (long) slot.at() * rows + (long) row * size, size);
      column += size;
    }
  }

  /** Copies row {@code row} of {@code rows} to {@code x}. */
  <S> void read(Storage<S> storage, S work, int row, int rows, float[] x) {
    int column = 0;
    for (Layout.Slot slot : slots) {
      int size = slot.size();
      storage.read(work, (long) slot.at() * rows + (long) row * size, x, column, size);
      column += size;
    }
  }
}
