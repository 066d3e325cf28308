package dev.annotron.runtime.kernel;

/** Which values of a sample are normalised together, as {@link NormalizationKernels} says. */
record NormalGroups(int outer, int groups, int inner, int scaled, boolean centered, float epsilon) {

  /** The values of a sample. */
  int size() {
    return outer * groups * inner;
  }

  /** The values of a group. */
  int count() {
    return outer * inner;
  }

  /** Where the value with this number of a group lies in its sample. */
  int place(int group, int number) {
    return (number / inner * groups + group) * inner + number % inner;
  }
}
