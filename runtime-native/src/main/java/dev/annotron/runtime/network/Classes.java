package dev.annotron.runtime.network;

/** Which class a row of numbers means. */
final class Classes {
  private Classes() {}

  /** The place of the largest of {@code count} values from {@code at} on; the first of equals. */
  static int largest(float[] values, int at, int count) {
    int place = 0;
    for (int i = 1; i < count; i++) {
      if (values[at + i] > values[at + place]) {
        place = i;
      }
    }
    return place;
  }

  /** The class that a target names: by number if it is one float, else by the largest of a row. */
  static int named(float[] target, int at, int targets) {
    return targets == 1 ? (int) target[at] : largest(target, at, targets);
  }
}
